/** Checks that plain text with a stray mark stays plain text. */
import { describe, expect, it } from 'vitest';
import { articleFormat } from '../../src/text/article-format.js';

describe('articleFormat', () => {
  it.each([
    '<!DOCTYPE html><html><body>a',
    '  <p>Một đoạn.</p>',
    '<div>a</div>',
    '<?xml version="1.0"?>\n<html lang="fr">',
    'Intro <p>a</p> <p>b</p> <p>c</p>',
  ])('takes %j for HTML', (article) => expect(articleFormat(article)).toBe('html'));

  it.each([
    '---\ntitle: a\n---\nText',
    'See [the law](https://a.org/law).',
    'Title\n=====\n\nText.',
    '| a | b |\n|---|---|\n| c | d |',
    '```\ncode\n```',
    '# Title\n\nText.\n\n## Part\n\nMore.',
    '# Title\n\nSome **strong** words.',
  ])('takes %j for Markdown', (article) => expect(articleFormat(article)).toBe('markdown'));

  it.each([
    'Lương < 5 triệu và thuế > 10 %.',
    'The <p> tag opens a paragraph, </p> closes it.',
    '# 1 in pay talks',
    '* Note: see annex.\n* Another note.',
    'Rated 5 ** out of 5 **',
    '[Bộ Nội vụ họp báo]',
    '- a\n- b\n---\n',
    'Dòng #hashtag và snake_case_x',
    '',
  ])('takes %j for plain text', (article) => expect(articleFormat(article)).toBe('text'));
});
