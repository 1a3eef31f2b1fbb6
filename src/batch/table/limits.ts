/** How much of an untrusted file is held at once. All lengths are in characters, that is UTF-16 code units. */

/**
 * Longest field, as written with its quotes, and longest text of a JSON object: room for most laws as a whole. It is also how far a
 * closing quote is looked for. There is no limit of lines, since a law in one field has thousands: a text that is long must not
 * be taken for a quote left open, and behind one left open the next quote tells, in nearly all files, long before the limit.
 */
export const LONGEST_FIELD = 1024 * 1024;

/** Longest record of a CSV file and longest line of newline-delimited JSON: a file without line ends must not fill the memory. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

/** How much of a bad row is shown: enough to mend all but the longest from the rejects alone. */
export const LONGEST_RAW = 64 * 1024;
