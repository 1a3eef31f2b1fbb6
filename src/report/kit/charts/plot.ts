/** A plane with two axes, on which lines and points are drawn. */
import { type Html, html } from '../html.js';
import { px, svgLine, svgText } from './frame.js';

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** How a tick is written; default as a plain number. */
  readonly format?: (value: number) => string;
}

/** A point in the units of the axes. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN = { top: 10, right: 14, bottom: 40, left: 54 };

/** Where things are on the plane, in pixels. */
export class Plot {
  constructor(
    readonly width: number,
    readonly height: number,
    readonly x: Axis,
    readonly y: Axis,
  ) {}

  atX(value: number): number {
    const { from, to } = this.x;
    const room = this.width - MARGIN.left - MARGIN.right;
    return MARGIN.left + (to === from ? room / 2 : ((value - from) / (to - from)) * room);
  }

  atY(value: number): number {
    const { from, to } = this.y;
    const bottom = this.height - MARGIN.bottom;
    return to === from ? bottom : bottom - ((value - from) / (to - from)) * (bottom - MARGIN.top);
  }

  /** Grid, ticks and the names of the axes. */
  axes(): Html {
    const { x, y } = this;
    const bottom = this.atY(y.from);
    const [left, right] = [MARGIN.left, this.width - MARGIN.right];
    return html`${y.ticks.map((value) => [
      svgLine(left, this.atY(value), right, this.atY(value), 'grid'),
      svgText(left - 6, this.atY(value) + 4, write(y, value), 'end'),
    ])}${x.ticks.map((value) => [
      svgLine(this.atX(value), bottom, this.atX(value), bottom + 4, 'axis'),
      svgText(this.atX(value), bottom + 17, write(x, value), 'middle'),
    ])}${svgLine(left, bottom, right, bottom, 'axis')}
${svgText((left + right) / 2, this.height - 4, x.label, 'middle', 'axis-name')}
<text class="axis-name" text-anchor="middle" transform="translate(12 ${px((MARGIN.top + bottom) / 2)}) rotate(-90)">${y.label}</text>`;
  }

  /** A line through the points, in their order. */
  path(points: readonly Point[], className: string): Html | undefined {
    if (points.length < 2) return undefined;
    const steps = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(this.atX(x))} ${px(this.atY(y))}`);
    return html`<path d="${steps.join('')}" class="${className}"/>`;
  }

  dot({ x, y }: Point, radius = 3.5, className = 'dot'): Html {
    return html`<circle cx="${px(this.atX(x))}" cy="${px(this.atY(y))}" r="${px(radius)}" class="${className}"/>`;
  }
}

function write(axis: Axis, value: number): string {
  return axis.format ? axis.format(value) : String(value);
}

/** An axis for shares of one. */
export function shareAxis(label: string): Axis {
  return { label, from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
}
