/** Specification of the shell of pages. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pageAsset } from '../../../src/report/kit/assets.js';
import { html } from '../../../src/report/kit/html.js';
import { page } from '../../../src/report/kit/page.js';

const document = page({
  title: 'Lương <b> & "thưởng"',
  subtitle: html`from <i>here</i>`,
  main: html`<p>main</p>`,
  name: 'article',
  topicCount: 2,
  data: { rows: ['</script>'] },
});
const only = (pattern: RegExp) => {
  const found = [...document.matchAll(pattern)];
  expect(found).toHaveLength(1);
  return found[0]?.[1] as string;
};

it('allows its own style and script by their hashes, and nothing else', () => {
  const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = only(/http-equiv="Content-Security-Policy" content="([^"]*)"/g).replaceAll('&#39;', "'");
  expect(policy).toBe(
    `default-src 'none'; style-src ${sha256(only(/<style>([\s\S]*?)<\/style>/g))}; script-src ${sha256(
      only(/<script>([\s\S]*?)<\/script>/g),
    )}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});

it('names no other place: no link, no source, no import', () => {
  expect(document).not.toMatch(/https?:|\bsrc=|<link|@import|url\(/);
});

it('has a language, one title and one first heading, escaped', () => {
  expect(document).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(only(/<title>(.*)<\/title>/g)).toBe('Lương &#60;b&#62; &#38; &#34;thưởng&#34; – civic-topics');
  expect(only(/<h1 dir="auto">(.*?)<\/h1>/g)).toBe('Lương &#60;b&#62; &#38; &#34;thưởng&#34;');
});

it('carries its data', () => {
  expect(JSON.parse(only(/<script type="application\/json" id="rows">(.*)<\/script>/g))).toEqual(['</script>']);
});

it('says what to do when the package is not whole', () => {
  expect(() => pageAsset('none.js')).toThrow(
    /Expected .*none\.js, which belongs to the package\. Reinstall civic-topics/,
  );
});
