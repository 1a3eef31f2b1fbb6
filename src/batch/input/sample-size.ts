/** How much of an input is looked at to find out how it is written. */

/** The start of a file or stream, in bytes: a few thousand rows. */
export const FIRST_SAMPLE_BYTES = 1024 * 1024;
