/** What the page and its script agree on about the table of texts. */

/** Rows on one page of the table. */
export const PAGE_ROWS = 25;

/** Value of a filter for rows that have none; no topic, year or group is written so. */
export const NONE = '\u0001none';
