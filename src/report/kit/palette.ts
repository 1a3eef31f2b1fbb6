/** Colours of the pages, light and dark, as CSS; chosen by search for AA contrast and distance as colour-blind readers see them. */

/** sRGB colours as `#rrggbb`. */
export interface TopicColour {
  /** Text, lines and bars: at least 4.5:1 on the paper, on the panel and on its own tint. */
  readonly ink: string;
  /** Behind evidence: body text on it has at least 7:1. */
  readonly tint: string;
}

export interface Theme {
  /** Behind everything. */
  readonly paper: string;
  /** Behind what is set apart: legend, popovers, table heads. */
  readonly panel: string;
  readonly text: string;
  /** Text of lesser weight; still 4.5:1 on paper and panel. */
  readonly muted: string;
  /** Borders and grid lines; says nothing by itself. */
  readonly line: string;
  /** Links, focus and what is pressed. */
  readonly accent: string;
  /** By turns for the topics. */
  readonly topics: readonly TopicColour[];
}

export const LIGHT: Theme = {
  paper: '#fdfdfb',
  panel: '#f3f3ef',
  text: '#1c1d1f',
  muted: '#5c5f66',
  line: '#d5d5ce',
  accent: '#0b57a4',
  topics: [
    { ink: '#002d55', tint: '#dceefa' },
    { ink: '#af3603', tint: '#fde8d9' },
    { ink: '#8d46a8', tint: '#f3e4f7' },
    { ink: '#016e4b', tint: '#d9f2e8' },
    { ink: '#483204', tint: '#f8efcc' },
    { ink: '#ab3c6c', tint: '#fde3ec' },
    { ink: '#304185', tint: '#e4e6f7' },
    { ink: '#4d4b4b', tint: '#e9e9e6' },
  ],
};

export const DARK: Theme = {
  paper: '#17181a',
  panel: '#212327',
  text: '#e9e9e6',
  muted: '#a3a7ae',
  line: '#3b3e44',
  accent: '#8fc3f7',
  topics: [
    { ink: '#9fd8fc', tint: '#16344a' },
    { ink: '#d78249', tint: '#432510' },
    { ink: '#b984cb', tint: '#3d2747' },
    { ink: '#52c89f', tint: '#123d30' },
    { ink: '#d8bd46', tint: '#403710' },
    { ink: '#f792bd', tint: '#4a2231' },
    { ink: '#a1b3fc', tint: '#292f52' },
    { ink: '#d6d3cc', tint: '#37383a' },
  ],
};

/** Style and thickness of underlines of evidence, by turns: with eight colours no two of the first forty topics look alike. */
export const UNDERLINES = ['solid 2px', 'dashed 2px', 'double 1px', 'dotted 2px', 'solid 3px'] as const;

/** Lays out the themes as custom properties, and a class `topic-N` for each topic; paper is always printed light. */
export function paletteCss(topicCount: number): string {
  const dark = properties(DARK, topicCount);
  return [
    `:root{color-scheme:light;${properties(LIGHT, topicCount)}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${dark}}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}`,
    ...Array.from({ length: topicCount }, (_, i) => topicClass(i)),
  ].join('\n');
}

function properties({ topics, ...colours }: Theme, topicCount: number): string {
  const plain = Object.entries(colours).map(([name, value]) => `--${name}:${value}`);
  const own = Array.from({ length: topicCount }, (_, i) => {
    const { ink, tint } = topics[i % topics.length] as TopicColour;
    return `--ink-${i}:${ink};--tint-${i}:${tint}`;
  });
  return [...plain, ...own].join(';');
}

function topicClass(index: number): string {
  const underline = UNDERLINES[index % UNDERLINES.length];
  return `.topic-${index}{--ink:var(--ink-${index});--tint:var(--tint-${index});--underline:${underline}}`;
}
