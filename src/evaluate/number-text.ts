/** Figures as people read them. */
import type { Interval } from './bootstrap.js';

/** Stands where there is no figure. */
export const NO_FIGURE = '–';

/** Three decimals. */
export function share(value: number | null): string {
  return value === null ? NO_FIGURE : value.toFixed(3);
}

/** Three decimals with a sign, also when it is zero. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(3);
  const isNegative = value < 0 && Number(digits) > 0;
  return `${isNegative ? '−' : '+'}${digits}`;
}

/** Both bounds in brackets. */
export function interval(bounds: Interval | null | undefined, format: (value: number) => string = share): string {
  return bounds ? `[${format(bounds[0])}, ${format(bounds[1])}]` : NO_FIGURE;
}

/** A share in whole per cent. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

/** Three decimals, but a small probability is only said to be small. */
export function probability(value: number): string {
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}
