/** Shortens a text to the room that a line of the terminal has for it. */

/** The first characters of a text on one line, at most `most`, the last of them `…` where there are more. */
export function beginning(line: string, most: number): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
