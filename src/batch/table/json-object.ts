/** Reads JSON objects that come from anywhere, and adds members to them. */

import { sameName } from '../columns.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The object, or what is wrong, going on from "The row". `JSON.parse` makes `__proto__` a member like any other; read members
 * only with `Object.hasOwn`, or `valueAt`.
 */
export function parseObject(json: string): { readonly object: JsonObject } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: `is not JSON: ${(error as Error).message.replace(CONTROL, ' ')}` };
  }
  if (isObject(value) && !Array.isArray(value)) return { object: value };
  return { problem: 'is JSON, but not an object' };
}

/** What parsers quote may hold characters that end a line or worse. */
const CONTROL = /[\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]+/gu;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

/**
 * Value at a dotted path such as `article.body.text`, or `articles.0.text` through an array; undefined when there is none. A member
 * whose name has dots itself goes before the path, and of several such names the longest. Names are compared as those of columns are
 * (see `columnIndex`).
 */
export function valueAt(value: unknown, path: string): unknown {
  if (!isObject(value)) return undefined;
  const whole = memberName(value, path);
  if (whole !== undefined) return value[whole];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const name = memberName(value, path.slice(0, dot));
    if (name !== undefined) return valueAt(value[name], path.slice(dot + 1));
  }
  return undefined;
}

function memberName(value: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(value, name)) return name;
  return Array.isArray(value) ? undefined : Object.keys(value).find(sameName(name));
}

/**
 * The text of the object with more members at its end. All that was there stays as it was written, so that numbers beyond 2^53
 * and names that come twice are not lost, as they would be by `JSON.stringify`.
 *
 * @param json text of an object, without white space around it
 */
export function withMembers(json: string, members: JsonObject): string {
  const before = json.slice(0, -1).trimEnd();
  const comma = before.endsWith('{') ? '' : ',';
  return before + comma + JSON.stringify(members).slice(1, -1) + json.slice(before.length);
}
