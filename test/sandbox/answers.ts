/** What an answer of the sandbox has that its declaration does not say. */
import { z } from 'zod';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { keysOf } from '../../src/zoom/declare/shape.ts';
import { BESIDE } from '../exerciser/graph.ts';

/** Every key of a value that its shape does not have, as paths. */
const strangers = (type: z.core.$ZodType, value: unknown, at = ''): string[] => {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodNonOptional)
    return strangers(type.unwrap(), value, at);
  if (type instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.flatMap((each, i) => strangers(type.element, each, `${at}[${i}]`))
      : [`${at}: no list`];
  if (type instanceof z.ZodObject && typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) =>
      keysOf(type).has(name) ? strangers(type.shape[name], inner, `${at}.${name}`) : [`${at}.${name}`],
    );
  return [];
};
const ENVELOPE = ['next_page_token', 'page_number', 'page_count', 'page_size', 'total_records', 'from', 'to'];

/** The keys and values of an answer that are not those of the endpoint's shape, in words. */
export const wrongIn = ({ of, items, path }: Endpoint, body: unknown): string[] => {
  if (of === undefined) return body === undefined ? [] : ['It answers something.'];
  const answer = items === undefined || items === '' ? {} : z.record(z.string(), z.unknown()).parse(body);
  const type = items === undefined ? of : z.array(of);
  const shown = items === undefined || items === '' ? body : answer[items];
  const beside = Object.keys(answer).filter((key) => ![items, ...ENVELOPE, ...(BESIDE[path] ?? [])].includes(key));
  const errors = type.safeParse(shown).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  return [...strangers(type, shown), ...errors, ...beside.map((key) => `.${key}`)];
};
