/** What every chart has: a caption, a picture with a name, and a table of the same figures. */
import { type Html, html, type Insertion } from '../html.js';

export interface ChartParts {
  /** What the chart shows; stands above it. */
  readonly caption: Insertion;
  /** One sentence in place of the picture for who cannot see it; the table has the figures. */
  readonly alternative: string;
  /** Drawing, in units of CSS pixels at full size. */
  readonly drawing: Html;
  readonly width: number;
  readonly height: number;
  /** The same figures. */
  readonly figures: Html;
  /** What stands under the picture, such as a legend. */
  readonly below?: Html | undefined;
}

export function chart({ caption, alternative, drawing, width, height, figures, below }: ChartParts): Html {
  return html`<figure class="chart">
<figcaption>${caption}</figcaption>
<svg role="img" aria-label="${alternative}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawing}</svg>
${below}
<details><summary>Figures as a table</summary>${figures}</details>
</figure>`;
}

/** A number for an attribute of SVG: a tenth of a pixel is enough. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

type TextAnchor = 'start' | 'middle' | 'end';

export function svgText(x: number, y: number, text: string, anchor: TextAnchor = 'start', className = ''): Html {
  return html`<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}"${className && html` class="${className}"`}>${text}</text>`;
}

export function svgLine(x1: number, y1: number, x2: number, y2: number, className: string): Html {
  return html`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${className}"/>`;
}

/** Round numbers from 0 to at least `most`, about five of them. */
export function ticks(most: number): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
