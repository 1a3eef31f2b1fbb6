/** The shell of every page: one file that holds all it needs, and is not allowed to ask for more. */
import { createHash } from 'node:crypto';
import { pageAsset } from './assets.js';
import { Html, html, jsonScript } from './html.js';
import { paletteCss } from './palette.js';

export interface PageParts {
  /** Plain text: the page's first heading and, with the program's name, the title of its window. */
  readonly title: string;
  /** What stands under the title: from what the page was made. */
  readonly subtitle?: Html | undefined;
  /** Content of the `main` element; its headings begin at `h2`. */
  readonly main: Html;
  /** Which page: script and styles are `dist/pages/NAME.js` and `NAME.css`. */
  readonly name: string;
  /** How many topics have a class `topic-N`. */
  readonly topicCount: number;
  /** What the script reads, by the id under which it asks for it. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The whole document. */
export function page({ title, subtitle, main, name, topicCount, data = {} }: PageParts): string {
  const style = [pageAsset('kit.css'), paletteCss(topicCount), pageAsset(`${name}.css`)].join('\n');
  const script = pageAsset(`${name}.js`);
  return `${html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="civic-topics">
<title>${title} – civic-topics</title>
<style>${new Html(style)}</style>
</head>
<body class="page-${name}">
<a class="skip" href="#main">Skip to the content</a>
<header class="page-head">
<div><h1 dir="auto">${title}</h1>${subtitle && html`<p class="subtitle">${subtitle}</p>`}</div>
<button type="button" id="theme" hidden>Dark</button>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="page-foot">Made by civic-topics. This page is one file: nothing in it is sent or fetched.</footer>
${Object.entries(data).map(([id, value]) => jsonScript(id, value))}
<script>${new Html(script)}</script>
</body>
</html>`}\n`;
}

/** Only the style and the script that are in the page, known by their hashes; no request at all. */
function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
