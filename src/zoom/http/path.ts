/** Paths and queries. No value that a client sends can change the host or lead to another path. */
import type { Endpoint } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';

/** No id, email or UUID of Zoom comes near this. */
const LONGEST_VALUE = 1000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Nearly all ids are such, and an email is: they go into a path without a second look. */
const PLAIN = /^[\w@-][\w@.-]*$/;

/** The path with its values, encoded. Throws BAD_REQUEST for a value that cannot be an id. */
export const pathOf = (
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string =>
  endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    const why = whyNot(value);
    if (why !== undefined) throw new ZoomError('BAD_REQUEST', `The value of ${name} ${why}.`, { endpoint });
    // Zoom decodes once before it looks for the slashes of the path (docs/zoom.md 5).
    const once = encodeURIComponent(value);
    return value.startsWith('/') || value.includes('//') ? encodeURIComponent(once) : once;
  });

/** Why a value cannot stand in a path; undefined where it can. */
export const whyNot = (value: string): string | undefined => {
  if (value === '') return 'is empty';
  if (value.length > LONGEST_VALUE) return `is longer than ${LONGEST_VALUE} characters`;
  if (PLAIN.test(value)) return undefined;
  if (CONTROL.test(value)) return 'holds a control character';
  if (/\p{Surrogate}/u.test(value)) return 'is not valid Unicode';
  // Some servers resolve dots after they have decoded the slashes around them.
  if (value.split(/[/\\]/).some((part) => part === '.' || part === '..')) return 'leads to another path';
  return undefined;
};

/** "?page_size=300&type=past", or an empty text. What is undefined or null is left out; lists are joined by commas. */
export const queryOf = (...given: readonly (Readonly<Record<string, unknown>> | undefined)[]): string => {
  const told = Object.entries(Object.assign({}, ...given) as Record<string, unknown>).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return told.length === 0 ? '' : `?${new URLSearchParams(told)}`;
};
