/** Shows why a paragraph has a topic while one of its clauses or tags is pointed at, has the focus, or was pressed. */
import { placeBeside } from './place-beside.js';

/** Milliseconds: a pointer on its way elsewhere shows nothing, and has time to go over to the card. */
const BEFORE_SHOWING = 120;
const BEFORE_HIDING = 350;

/** CSS pixels that an arrow key scrolls. */
const LINES = 60;

/** A clause in the text or a tag beside it. */
type Trigger = HTMLElement;

interface Shown {
  readonly card: HTMLElement;
  readonly trigger: Trigger;
  /** The text that the trigger belongs to. */
  readonly text: Element;
  /** Pressed, so that it stays when the pointer or the focus goes. */
  readonly isKept: boolean;
}

let shown: Shown | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function explainOnDemand(): void {
  for (const trigger of document.querySelectorAll<Trigger>('.clause, .tag')) prepare(trigger);
  for (const card of document.querySelectorAll<HTMLElement>('.why')) {
    // From here on the script opens and closes it.
    card.popover = 'manual';
    card.addEventListener('pointerenter', () => clearTimeout(timer));
    card.addEventListener('pointerleave', hideSoon);
    card.addEventListener('blur', hideUnlessKept);
  }
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !target.closest('.why, .clause, .tag')) hide();
  });
  for (const event of ['scroll', 'resize']) {
    addEventListener(event, () => shown && placeBeside(shown.card, shown.trigger, shown.text), { passive: true });
  }
}

/** The focus stays in the text, so that the arrows have to scroll what is too long for the card. */
function onKey(event: KeyboardEvent): void {
  const { key } = event;
  if (key === 'Escape') hide();
  const card = shown?.card;
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || !card || card.scrollHeight <= card.clientHeight) return;
  card.scrollBy({ top: key === 'ArrowDown' ? LINES : -LINES });
  event.preventDefault();
}

function prepare(trigger: Trigger): void {
  trigger.removeAttribute('popovertarget');
  if (trigger.matches('.tag, [data-begins]')) trigger.setAttribute('aria-expanded', 'false');
  if (trigger.matches('[data-begins]')) {
    trigger.tabIndex = 0;
    trigger.setAttribute('role', 'button');
    trigger.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press(trigger);
    });
  }
  trigger.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && showSoon(trigger));
  trigger.addEventListener('pointerleave', hideSoon);
  trigger.addEventListener('focus', () => trigger.matches(':focus-visible') && show(trigger, false));
  trigger.addEventListener('blur', hideUnlessKept);
  trigger.addEventListener('click', () => {
    // The end of a selection in the text is no press.
    if (trigger.matches('.tag') || getSelection()?.isCollapsed !== false) press(trigger);
  });
}

function press(trigger: Trigger): void {
  if (shown?.isKept && shown.trigger === trigger) hide();
  else show(trigger, true);
}

function showSoon(trigger: Trigger): void {
  clearTimeout(timer);
  if (!shown?.isKept) timer = setTimeout(() => show(trigger, false), BEFORE_SHOWING);
}

function hideSoon(): void {
  clearTimeout(timer);
  if (shown?.isKept === false && !shown.trigger.matches(':focus-visible')) timer = setTimeout(hide, BEFORE_HIDING);
}

/** The focus may go on into the card. */
function hideUnlessKept({ relatedTarget }: FocusEvent): void {
  if (shown?.isKept === false && relatedTarget !== shown.card) hide();
}

function show(trigger: Trigger, isKept: boolean): void {
  const part = trigger.closest('.part');
  const card = part?.querySelector<HTMLElement>('.why');
  const text = part?.querySelector('.text');
  if (!part || !card || !text) return;
  hide();
  shown = { card, trigger, text, isKept };
  const tags = (trigger.dataset.tags ?? trigger.dataset.tag ?? '').split(' ');
  for (const section of card.querySelectorAll<HTMLElement>('.why-tag'))
    section.hidden = !tags.includes(section.dataset.tag ?? '');
  for (const mark of part.querySelectorAll<HTMLElement>('mark'))
    mark.classList.toggle('active', tags.includes(mark.dataset.tag ?? ''));
  if (trigger.hasAttribute('aria-expanded')) trigger.setAttribute('aria-expanded', 'true');
  // Examples are shown whole to those who have asked for them.
  card.classList.toggle('kept', isKept);
  card.showPopover();
  card.scrollTop = 0;
  if (card.scrollHeight > card.clientHeight) card.tabIndex = 0;
  else card.removeAttribute('tabindex');
  placeBeside(card, trigger, text);
}

function hide(): void {
  clearTimeout(timer);
  if (!shown) return;
  const { card, trigger } = shown;
  shown = undefined;
  for (const mark of document.querySelectorAll('mark.active')) mark.classList.remove('active');
  if (trigger.hasAttribute('aria-expanded')) trigger.setAttribute('aria-expanded', 'false');
  card.hidePopover();
}
