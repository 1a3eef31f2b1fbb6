/** Reads fields of untrusted JSON one by one, and says which field was wrong, what was expected and what came. */
import { CivicTopicsError } from '../errors.js';

/** One object of the file; every reader throws CLASSIFIER_INVALID when the field is not as expected. */
export class Checker {
  readonly value: Readonly<Record<string, unknown>>;
  readonly #where: string;

  private constructor(value: unknown, where: string) {
    this.#where = where;
    this.value = {};
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.error('an object', describe(value));
    this.value = value as Record<string, unknown>;
  }

  static parse(text: string, where: string): Checker {
    try {
      // Editors on Windows put a byte-order mark before it.
      return new Checker(JSON.parse(text.replace(/^\ufeff/, '')), where);
    } catch (cause) {
      if (cause instanceof CivicTopicsError) throw cause;
      throw new CivicTopicsError('CLASSIFIER_INVALID', `Expected JSON in ${where}, got something else (${cause}).`, {
        cause,
      });
    }
  }

  error(expected: string, got: string, field?: string): CivicTopicsError {
    const place = field === undefined ? this.#where : `${this.#where}: ${field}`;
    return new CivicTopicsError(
      'CLASSIFIER_INVALID',
      `Expected ${expected} in ${place}, got ${got}. Train it again with this version.`,
    );
  }

  has(field: string): boolean {
    return Object.hasOwn(this.value, field);
  }

  #get(field: string): unknown {
    return this.has(field) ? this.value[field] : undefined;
  }

  equals(field: string, expected: unknown): void {
    if (this.#get(field) !== expected) throw this.error(JSON.stringify(expected), describe(this.#get(field)), field);
  }

  text(field: string): string {
    const value = this.#get(field);
    if (typeof value !== 'string' || value === '') throw this.error('a string', describe(value), field);
    return value;
  }

  /** A string, which may be empty. */
  string(field: string): string {
    const value = this.#get(field);
    if (typeof value !== 'string') throw this.error('a string', describe(value), field);
    return value;
  }

  matching(field: string, pattern: RegExp, expected: string): string {
    const value = this.#get(field);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.error(expected, describe(value), field);
    return value;
  }

  oneOf<T>(field: string, choices: readonly T[]): T {
    const value = this.#get(field);
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.error(choices.map(String).join(' or '), describe(value), field);
    return found;
  }

  /** A list of some of the choices, each at most once; it may be empty. */
  someOf(field: string, choices: ReadonlySet<string>): string[] {
    const value = this.#get(field);
    if (!Array.isArray(value) || value.length > choices.size)
      throw this.error(`a list of at most ${choices.size} entries`, describe(value), field);
    const unknown = value.find((entry) => !choices.has(entry));
    if (unknown !== undefined) throw this.error([...choices].slice(0, 20).join(' or '), describe(unknown), field);
    if (new Set(value).size < value.length) throw this.error('every entry once', 'one twice', field);
    return value;
  }

  /** A list of strings, none of them empty. */
  texts(field: string, most: number): string[] {
    const value = this.#get(field);
    const isRight =
      Array.isArray(value) && value.length <= most && value.every((one) => typeof one === 'string' && one);
    if (!isRight) throw this.error(`a list of at most ${most} strings`, describe(value), field);
    return value;
  }

  number(field: string, minimum: number, maximum: number): number {
    const value = this.#get(field);
    if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) {
      throw this.error(`a number from ${minimum} to ${maximum}`, describe(value), field);
    }
    return value;
  }

  integer(field: string, minimum: number, maximum: number): number {
    const value = this.number(field, minimum, maximum);
    if (!Number.isInteger(value)) throw this.error('a whole number', describe(value), field);
    return value;
  }

  object(field: string): Checker {
    return new Checker(this.#get(field), `${this.#where}: ${field}`);
  }

  list(field: string, most: number): Checker[] {
    const value = this.#get(field);
    if (!Array.isArray(value) || value.length === 0 || value.length > most) {
      throw this.error(
        `a list of 1 to ${most} entries`,
        Array.isArray(value) ? `${value.length} entries` : describe(value),
        field,
      );
    }
    return value.map((entry, i) => new Checker(entry, `${this.#where}: ${field}[${i}]`));
  }

  /** Base64 of `length` little-endian float32 numbers, all finite. */
  vector(field: string, length: number): Float32Array {
    const bytes = Buffer.from(this.text(field), 'base64');
    if (bytes.length !== length * 4) throw this.error(`${length} numbers in base64`, `${bytes.length / 4}`, field);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const vector = new Float32Array(length);
    for (let i = 0; i < length; i++) vector[i] = view.getFloat32(i * 4, true);
    if (!vector.every(Number.isFinite)) throw this.error('finite numbers', 'NaN or infinity', field);
    return vector;
  }

  /** Base64 of `length` signed bytes. */
  bytes(field: string, length: number): Int8Array {
    const bytes = Buffer.from(this.text(field), 'base64');
    if (bytes.length !== length) throw this.error(`${length} bytes in base64`, `${bytes.length}`, field);
    return new Int8Array(bytes.buffer, bytes.byteOffset, length);
  }
}

/** What is nested is not written out: to do so may take more stack than there is. */
function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
