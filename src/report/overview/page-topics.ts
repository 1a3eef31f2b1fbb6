/** How many topics the parts of the page hold; further ones are named, and the JSON has their figures. */

/** Small charts beside one another. */
export const MOST_CHARTED = 12;
/** Rows or columns of a table, and sections with typical texts. */
export const MOST_TABLED = 20;
