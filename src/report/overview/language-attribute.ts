/** Says in which language a text of a collection is; used by the page and by its script. */
import { type Html, html } from '../kit/html.js';

/** An attribute for the element around the text; none for a language that is not known. */
export function languageAttribute(language: string): Html | undefined {
  return /^[a-z]{2,3}$/.test(language) && language !== 'und' ? html` lang="${language}"` : undefined;
}
