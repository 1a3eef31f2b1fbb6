/** What the script of every page does first. */
import { watchScrollFrames } from './scroll-frames.js';
import { startTheme } from './theme.js';

export function startPage(): void {
  startTheme();
  watchScrollFrames();
}
