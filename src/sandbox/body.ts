/** Checks a body by the shape of its endpoint, as Zoom does: what is missing, of the wrong type, or not one of the known values. */
import { z } from 'zod';
import type { Shape } from '../zoom/shape.ts';
import { type FieldError, invalid, refuse } from './refusal.ts';
import { fieldsOf, type Known, open } from './seeded.ts';

/** The body as an object, without the keys that its shape does not have. Throws Zoom's 400/300. */
export const checkedBody = (shape: Shape, given: unknown): Known => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refuse.json();
  const parsed = shape.safeParse(given);
  const errors: FieldError[] = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message })),
    ...unknownWords(shape, given, ''),
  ];
  if (errors.length > 0 || !parsed.data) throw invalid(...errors);
  return parsed.data;
};

const unknownWords = (shape: Shape, given: object, at: string): FieldError[] =>
  fieldsOf(shape).flatMap(([name, { type, facts }]) => {
    const value: unknown = Reflect.get(given, name);
    return wrongWords(type, facts.words?.values, value, `${at}${name}`);
  });

const wrongWords = (
  type: z.core.$ZodType,
  words: Readonly<Record<string, unknown>> | undefined,
  value: unknown,
  field: string,
): FieldError[] => {
  if (value === undefined || value === null) return [];
  if (words)
    return Object.values(words).includes(value) ? [] : [{ field, message: `Invalid field: ${String(value)}.` }];
  if (type instanceof z.ZodObject && typeof value === 'object') return unknownWords(type, value, `${field}.`);
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    const item = open(type.element);
    return value.flatMap((each, i) => wrongWords(item.type, item.facts.words?.values, each, `${field}.${i}`));
  }
  return [];
};
