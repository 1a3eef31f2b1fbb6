/** Specification of reading JSON objects from anywhere, finding values in them and adding members. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseObject, valueAt, withMembers } from '../../../src/batch/table/json-object.js';

describe('what is no object', () => {
  const cases: [json: string, problem: RegExp][] = [
    ['', /^is not JSON: /],
    ['{"a":1', /^is not JSON: /],
    ["{'a':1}", /^is not JSON: /],
    ['{"a":1}{"b":2}', /^is not JSON: /],
    ['{"a":NaN}', /^is not JSON: /],
    ['{"a":"\u0001\u2028\r"', /^is not JSON: [^\p{Control}\p{Line_Separator}]+$/u],
    ['[{"a":1}]', /^is JSON, but not an object$/],
    ['"a"', /not an object/],
    ['null', /not an object/],
    ['1', /not an object/],
  ];
  it.each(cases)('%j is told', (json, problem) => {
    expect(parseObject(json)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('nesting of any depth does no harm', () => {
    const depth = 200_000;
    const result = parseObject(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(Object.keys(result)).toHaveLength(1);
  });
});

it('an object may have members of any name, and nothing else gets them', () => {
  const result = parseObject('{"__proto__":{"polluted":1},"constructor":2,"toString":3,"hasOwnProperty":4}');
  expect('object' in result && Object.keys(result.object)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ]);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

describe('the value at', () => {
  const cases: [path: string, json: string, value: unknown][] = [
    ['text', '{"text":"a"}', 'a'],
    ['article.body.text', '{"article":{"body":{"text":"a"}}}', 'a'],
    ['articles.1.text', '{"articles":[{},{"text":"a"}]}', 'a'],
    ['a.b', '{"a":{"b":"path"},"a.b":"name"}', 'name'],
    ['a.b.c', '{"a":{"b":{"c":"path"}},"a.b":{"c":"longer name"}}', 'longer name'],
    ['a.b.c', '{"a":{"b.c":"name within"}}', 'name within'],
    ['__proto__', '{"__proto__":"a"}', 'a'],
    ['__proto__.text', '{"__proto__":{"text":"a"}}', 'a'],
    ['__proto__', '{"a":1}', undefined],
    ['N\u1ed9i dung', '{"No\u0323\u0302i dung":"a"}', 'a'],
    ['No\u0323\u0302i.dung', '{" N\u1ed9i ":{"dung":"a"}}', 'a'],
    ['text', '{" text":"a","text":"b"}', 'b'],
    ['text', '{"Text":"a"}', undefined],
    ['constructor', '{"a":1}', undefined],
    ['constructor.name', '{"a":1}', undefined],
    ['a.length', '{"a":"text"}', undefined],
    ['a.b', '{"a":null}', undefined],
    ['a.b', '{"a":{}}', undefined],
    ['', '{"a":1}', undefined],
    ['', '{"":1}', 1],
    ['.', '{"a":1}', undefined],
    ['.a', '{"a":1}', undefined],
    ['a.', '{"a":{"":1}}', 1],
    ['a..b', '{"a":{"b":1}}', undefined],
  ];
  it.each(cases)('%j in %s is %j', (path, json, value) => {
    expect(valueAt(JSON.parse(json), path)).toBe(value);
  });
});

describe('adding members', () => {
  const cases: [title: string, json: string, result: string][] = [
    ['puts them behind the others', '{"a":1}', '{"a":1,"x":[2]}'],
    ['to an empty object needs no comma', '{}', '{"x":[2]}'],
    ['keeps white space', '{ "a" : 1 }', '{ "a" : 1,"x":[2] }'],
    ['keeps white space in an empty object', '{ \t}', '{"x":[2] \t}'],
    [
      'keeps the ways in which numbers are written',
      '{"a":12345678901234567890,"b":1.0,"c":1E5,"d":-0}',
      '{"a":12345678901234567890,"b":1.0,"c":1E5,"d":-0,"x":[2]}',
    ],
    ['keeps members that come twice', '{"a":1,"a":2}', '{"a":1,"a":2,"x":[2]}'],
    ['keeps escapes', '{"a":"\\u00e9\\/"}', '{"a":"\\u00e9\\/","x":[2]}'],
    [
      'keeps members of any name',
      '{"__proto__":{"a":1},"constructor":null}',
      '{"__proto__":{"a":1},"constructor":null,"x":[2]}',
    ],
    ['is not misled by braces in texts', '{"a":"{"}', '{"a":"{","x":[2]}'],
    ['is not misled by objects within', '{"a":{"b":{}}}', '{"a":{"b":{}},"x":[2]}'],
  ];
  it.each(cases)('%s', (_, json, result) => {
    expect(withMembers(json, { x: [2] })).toBe(result);
  });

  it('gives what JSON.parse reads as the object with these members', () => {
    const value = fc.dictionary(
      fc.string({ unit: 'binary' }).map((name) => `_${name}`),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(value, fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (object, added, indent) => {
        const json = JSON.stringify(object, null, indent);
        expect(JSON.parse(withMembers(json, { added }))).toEqual(JSON.parse(JSON.stringify({ ...object, added })));
      }),
    );
  });
});
