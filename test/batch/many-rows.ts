/** A table with everything that reading and writing can stumble over. */

/** With good rows of all kinds, rows of two lines, and bad ones. */
export function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    if (i % 13 === 5) return `${i}\n`;
    if (i % 17 === 9) return `${i},"x"y"\n`;
    return i % 3 === 0 ? `${i},"Mưa rơi\nở Huế ${i}"\n` : `${i},Pay ${i}. salary-reform:0.${(i % 5) + 4}\n`;
  });
  return `id,text\n${rows.join('')}`;
}
