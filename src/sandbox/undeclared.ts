/** Answers as of a Zoom that is ahead of the declarations. */
import * as z from 'zod';
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import { bare, metaOf } from '../zoom/declare/shape.ts';

/** What such answers hold: a field of each object, and for each word of an enum another. */
export const UNDECLARED = { field: 'brand_new_field', value: 'a brand new value', word: 'brand_new_word' } as const;

/** The same answer with what nothing declares in its items, or in itself. */
export const withUndeclared = ({ of, items }: Endpoint, body: unknown): unknown => {
  if (!of) return body;
  const path = items === undefined ? [] : items === '' ? [] : items.split('.');
  const within = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return renewed(of, value);
    return isObject(value) ? { ...value, [key]: within(value[key], rest) } : value;
  };
  return within(body, path);
};

const renewed = (type: z.core.$ZodType, value: unknown): unknown => {
  const of = bare(type);
  if (Array.isArray(value)) {
    const item = of instanceof z.ZodArray ? (of.element as z.core.$ZodType) : of;
    return value.map((one) => renewed(item, one));
  }
  if (of instanceof z.ZodObject && isObject(value)) {
    const fields = Object.entries(value).map(([key, one]) => {
      const field = of.shape[key] as z.core.$ZodType | undefined;
      return [key, field ? renewed(field, one) : one];
    });
    return { ...Object.fromEntries(fields), [UNDECLARED.field]: UNDECLARED.value };
  }
  return metaOf(type).enumValues && typeof value === 'string' ? UNDECLARED.word : value;
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
