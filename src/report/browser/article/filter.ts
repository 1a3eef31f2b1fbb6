/** Lets the reader look at one topic: what does not belong to it steps back. */

/** Turns the names in the key into buttons. */
export function filterByTopic(): void {
  for (const item of document.querySelectorAll<HTMLElement>('.key li')) {
    const name = item.querySelector('.topic-name');
    if (!name || !document.querySelector(`.part .tag.topic-${item.dataset.topic}`)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `pick topic-${item.dataset.topic}`;
    button.setAttribute('aria-pressed', 'false');
    name.replaceWith(button);
    button.append(name);
    button.addEventListener('click', () => pick(button));
  }
}

/** The same button again shows all topics. */
function pick(button: HTMLButtonElement): void {
  const isPicked = button.getAttribute('aria-pressed') !== 'true';
  for (const other of document.querySelectorAll('.pick')) other.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-pressed', String(isPicked));
  const topic = isPicked ? ([...button.classList].find((name) => name.startsWith('topic-')) as string) : undefined;
  document.querySelector('article')?.classList.toggle('filtered', isPicked);
  for (const part of document.querySelectorAll('.part')) {
    part.classList.toggle('other', topic !== undefined && !part.querySelector(`.tag.${topic}`));
    for (const element of part.querySelectorAll('mark, .tag'))
      element.classList.toggle('off', topic !== undefined && !element.classList.contains(topic));
  }
}
