/** The names that Zoom's refusals use for the fields of what was sent, as the names that clients know. */
import * as z from 'zod';
import { once } from '../../src/engine/once.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { bare, type Shape } from '../../src/zoom/declare/shape.ts';
import { inputNameIn } from './shape.ts';

/** Zoom's text with `user_info.email` as `userInfo.email`, for fields of the query and body of this operation; the rest stays Zoom's. */
export const inInputNames = (text: string, { query, body }: Pick<Endpoint, 'query' | 'body'>): string => {
  // Other names are the same in both, or are words like any other.
  if (!/\w_\w/.test(text)) return text;
  const names = new Map([query, body].flatMap((of) => (of ? [...namesIn(of)] : [])));
  return text.replace(/\b[A-Za-z]\w*_\w+\b/g, (name) => names.get(name) ?? name);
};

type Names = ReadonlyMap<string, string>;
/** The names of all fields of a shape, however deep: those of its input by Zoom's. */
const namesIn = once((of: Shape): Names => new Map(namesBelow(of)));
const namesBelow = (type: z.core.$ZodType): [string, string][] => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return namesBelow(within.element as z.core.$ZodType);
  if (!(within instanceof z.ZodObject)) return [];
  return Object.entries(within.shape).flatMap(([key, field]) => [
    [key, inputNameIn(within, key)] as [string, string],
    ...namesBelow(field as z.core.$ZodType),
  ]);
};
