/** Puts a card where it hides neither what it explains nor itself. */

/** CSS pixels between the card and what it stands below, and the edge of the window. */
const GAP = 8;
/** CSS pixels between clause and card from which they no longer seem to belong together. */
const FAR = 160;

/** Below the whole text where its end is near, else below the trigger, else above it, else where most of it can be seen. */
export function placeBeside(card: HTMLElement, trigger: HTMLElement, text: Element): void {
  const { top, bottom, left } = trigger.getBoundingClientRect();
  const end = text.getBoundingClientRect().bottom;
  const { offsetWidth: width, offsetHeight: height } = card;
  const lowest = innerHeight - height - GAP;
  const below = [end - bottom < FAR ? Math.max(end, bottom) : bottom, bottom].map((edge) => edge + GAP);
  const above = top - GAP - height;
  const y = below.find((place) => place <= lowest) ?? (above >= GAP ? above : lowest);
  const x = Math.min(left, document.documentElement.clientWidth - width - GAP);
  Object.assign(card.style, { inset: 'auto', left: `${Math.max(x, GAP)}px`, top: `${Math.max(y, GAP)}px` });
}
