/**
 * Bodies, JSON or forms: how they are read, and how they are checked by the shape of their endpoint, as Zoom does: what is
 * missing, of the wrong type, or not one of the known values.
 */
import * as z from 'zod';
import type { Shape } from '../zoom/declare/shape.ts';
import { type FieldError, invalid, refuse } from './refusal.ts';
import { fieldsOf, type Known, open } from './seeded.ts';

/** What a body says; without one an empty object, and undefined for what is neither JSON nor a form. */
export const bodyIn = async (bytes: Buffer<ArrayBuffer>, type = ''): Promise<unknown> => {
  if (bytes.length === 0) return {};
  try {
    if (!/^multipart\/form-data\b/i.test(type)) return JSON.parse(bytes.toString());
    return Object.fromEntries(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch {
    return undefined;
  }
};

/** A body as it is kept: of files all but what they hold. */
export const recorded = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && Object.values(body).some(isFile)
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, isFile(value) ? told(value) : value]))
    : body;
const isFile = (value: unknown): value is File => value instanceof File;
const told = ({ name, type, size }: File) => ({ name, type, size });

/** The body as an object, without the keys that its shape does not have. Throws Zoom's 400/300, and 400/120 for a file. */
export const checkedBody = (shape: Shape, given: unknown): Known => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refuse.json();
  const parsed = shape.safeParse(given);
  const files = fieldsOf(shape).filter(([, { facts }]) => facts.kind === 'file');
  const refused = parsed.error?.issues.find(({ path }) => files.some(([name]) => name === path[0]));
  if (refused) throw refuse.upload(`${refused.path.join('.')} ${refused.message}`);
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
    return wrongWords(type, facts.enumValues?.values, value, `${at}${name}`);
  });

const wrongWords = (
  type: z.core.$ZodType,
  enumValues: Readonly<Record<string, unknown>> | undefined,
  value: unknown,
  field: string,
): FieldError[] => {
  if (value === undefined || value === null) return [];
  if (enumValues)
    return Object.values(enumValues).includes(value) ? [] : [{ field, message: `Invalid field: ${String(value)}.` }];
  if (type instanceof z.ZodObject && typeof value === 'object') return unknownWords(type, value, `${field}.`);
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    const item = open(type.element);
    return value.flatMap((each, i) => wrongWords(item.type, item.facts.enumValues?.values, each, `${field}.${i}`));
  }
  return [];
};
