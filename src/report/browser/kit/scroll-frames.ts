/** Lets the keyboard scroll tables that are wider than the page. */

/** Frames can be focused, and say what they hold, exactly while something in them is out of sight. */
export function watchScrollFrames(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target as HTMLElement);
  });
  for (const frame of document.querySelectorAll<HTMLElement>('.table-frame')) observer.observe(frame);
}

function update(frame: HTMLElement): void {
  const name = frame.querySelector('caption')?.textContent?.trim() || 'Table';
  const attributes = { tabindex: '0', role: 'region', 'aria-label': name };
  for (const [attribute, value] of Object.entries(attributes)) {
    if (frame.scrollWidth > frame.clientWidth) frame.setAttribute(attribute, value);
    else frame.removeAttribute(attribute);
  }
}
