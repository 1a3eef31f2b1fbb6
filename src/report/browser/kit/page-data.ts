/** Reads the data that a page carries. */

/** What `page({ data: { [id]: … } })` was given. */
export function pageData<T>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page holds no data called ${id}.`);
  return JSON.parse(element.textContent ?? '') as T;
}
