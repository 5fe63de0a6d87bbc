/**
 * Bodies, JSON or forms: how they are read, and how they are checked by the shape of their endpoint, as Zoom does: what is
 * missing, of the wrong type, not one of the known values, beyond its limits, or not to be given together.
 */
import * as z from 'zod';
import { beyondLimits } from '../zoom/declare/limits.ts';
import { type FieldMeta, metaOf, type Shape } from '../zoom/declare/shape.ts';
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
  const ofType: FieldError[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  const others = wrongIn(shape, given, '').filter(({ field }) => !ofType.some((each) => each.field === field));
  const errors = [...ofType, ...others];
  if (errors.length > 0 || !parsed.data) throw invalid(...errors);
  return parsed.data;
};

/** What of an object may be of the right type, and yet is not what Zoom takes. */
const wrongIn = (shape: Shape, given: object, at: string): FieldError[] => [
  ...fieldsOf(shape).flatMap(([name, { type, facts }]) =>
    wrongValue(type, facts, Reflect.get(given, name), `${at}${name}`),
  ),
  ...(metaOf(shape).exclusive ?? []).flatMap((group) => {
    const names = group.filter((name) => Reflect.get(given, name) !== undefined);
    return names.length > 1 ? names.map((name) => ({ field: `${at}${name}`, message: 'Invalid field.' })) : [];
  }),
];

const wrongValue = (type: z.core.$ZodType, facts: FieldMeta, value: unknown, field: string): FieldError[] => {
  const { enumValues, limits, separator } = facts;
  if (value === undefined || value === null) return [];
  if (enumValues)
    return Object.values(enumValues.values).includes(value as string)
      ? []
      : [{ field, message: `Invalid field: ${String(value)}.` }];
  const beyond = limits && beyondLimits(limits, value, separator);
  if (beyond) return [{ field, message: `The value ${beyond}.` }];
  if (type instanceof z.ZodObject && typeof value === 'object') return wrongIn(type, value, `${field}.`);
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    const item = open(type.element);
    return value.flatMap((each, i) => wrongValue(item.type, item.facts, each, `${field}.${i}`));
  }
  return [];
};
