/** No value that a client sends changes the host or leads to another path. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Method } from '../../src/zoom/declare/endpoint.ts';
import { ZoomError } from '../../src/zoom/errors/errors.ts';
import { pathOf, queryOf } from '../../src/zoom/http/path.ts';

const ENDPOINT = { method: 'GET' as Method, path: '/past_meetings/{meetingUUID}/participants' };
const of = (meetingUUID: string) => pathOf(ENDPOINT, { meetingUUID });

describe('a value in a path', () => {
  test.each([
    ['abc+/def==', 'abc%2B%2Fdef%3D%3D'],
    ['/abc==', '%252Fabc%253D%253D'],
    ['ab//c=', 'ab%252F%252Fc%253D'],
    ['a@x.test', 'a%40x.test'],
    ['a?b#c', 'a%3Fb%23c'],
    ['%2f', '%252f'],
    ['me', 'me'],
  ])('%s is sent as %s', (value, sent) => {
    expect(of(value)).toBe(`/past_meetings/${sent}/participants`);
  });

  test.each([
    '',
    '.',
    '..',
    '../users',
    'a/../b',
    'a/..',
    '..\\x',
    'a\nb',
    'a\r\nHost: x',
    '\0',
    '\ud800',
    'x'.repeat(5000),
  ])('%j is refused', (value) => {
    expect(() => of(value)).toThrow(expect.objectContaining({ kind: 'BAD_REQUEST' }));
  });

  test('that is missing is refused', () => {
    expect(() => pathOf(ENDPOINT)).toThrow(ZoomError);
  });

  test('numbers are texts, and every name gets its own value', () => {
    const path = pathOf({ method: 'GET', path: '/a/{x}/b/{y}' }, { x: 98_765_432_101, y: 'q$1$&' });
    expect(path).toBe('/a/98765432101/b/q%241%24%26');
  });

  test('whatever it is, it stays one part of the path', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1200 }),
      fc
        .array(fc.constantFrom('../', '..', '.', '/', '//', '?', '#', '%2f', '%252e', '\n', '@', ':', 'a', 'evil.test'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        let path: string;
        try {
          path = of(value);
        } catch (error) {
          expect(error).toBeInstanceOf(ZoomError);
          return;
        }
        const url = new URL(`https://api.zoom.test${path}`);
        expect(url.host).toBe('api.zoom.test');
        expect(url.pathname).toBe(path);
        expect(url.search + url.hash).toBe('');
        const [, before, part = '', after, ...rest] = path.split('/');
        expect([before, after, rest]).toEqual(['past_meetings', 'participants', []]);
        const once = decodeURIComponent(part);
        expect(value.startsWith('/') || value.includes('//') ? decodeURIComponent(once) : once).toBe(value);
      }),
    );
  });
});

describe('a query', () => {
  test('leaves out what is not given, and keeps false, 0 and empty texts', () => {
    expect(queryOf({ a: undefined, b: null, c: false, d: 0, e: '' }, undefined, { f: 'x&y=z#' })).toBe(
      '?c=false&d=0&e=&f=x%26y%3Dz%23',
    );
    expect(queryOf({ a: undefined })).toBe('');
  });

  test('joins lists, and the later of two values counts', () => {
    expect(queryOf({ ids: ['a', 'b'], type: 1 }, { type: 2 })).toBe('?ids=a%2Cb&type=2');
  });
});
