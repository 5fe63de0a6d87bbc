/** The names that Zoom's refusals use for the fields of what was sent, as the names that clients know. */
import * as z from 'zod';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { bare, type Shape } from '../../src/zoom/declare/shape.ts';
import { inputName } from './shape.ts';

/** Zoom's text with `user_info.email` as `userInfo.email`, for fields of the query and body of this operation; the rest stays Zoom's. */
export const inInputNames = (text: string, { query, body }: Pick<Endpoint, 'query' | 'body'>): string => {
  // Other names are the same in both, or are words like any other.
  if (!/\w_\w/.test(text)) return text;
  const names = new Set([...namesIn(query), ...namesIn(body)]);
  return text.replace(/\b[A-Za-z]\w*_\w+\b/g, (name) => (names.has(name) ? inputName(name) : name));
};

const known = new WeakMap<Shape, ReadonlySet<string>>();
/** The names of all fields of a shape, however deep. */
const namesIn = (of: Shape | undefined): ReadonlySet<string> => {
  if (!of) return new Set();
  const names = known.get(of) ?? new Set(keysBelow(of));
  known.set(of, names);
  return names;
};
const keysBelow = (type: z.core.$ZodType): string[] => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return keysBelow(within.element as z.core.$ZodType);
  if (!(within instanceof z.ZodObject)) return [];
  return Object.entries(within.shape).flatMap(([key, field]) => [key, ...keysBelow(field as z.core.$ZodType)]);
};
