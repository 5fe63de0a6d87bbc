/** How a body travels: as JSON, or where its shape holds a file, as a form of Zoom's field names. */
import { FormData } from 'undici';
import * as z from 'zod';
import { bare, metaOf, type Shape } from '../declare/shape.ts';
import { jsonOf } from './json.ts';

/** What is sent; it can be sent again. */
export type Payload = string | FormData;

/** Whether bodies of this shape go as multipart/form-data. */
export const isForm = (of: Shape | undefined): boolean => of !== undefined && Object.values(of.shape).some(isFile);
const isFile = (type: z.core.$ZodType): boolean => {
  const within = bare(type);
  return within instanceof z.ZodArray ? isFile(within.element) : metaOf(within).kind === 'file';
};

export const payloadOf = (of: Shape | undefined, body: unknown): Payload =>
  isForm(of) ? formOf(body as object) : jsonOf(inDigits(of, body));

/** The same, with bigints for the numeric ids that are texts of digits (shape.ts). */
const inDigits = (type: z.core.$ZodType | undefined, value: unknown): unknown => {
  if (!type) return value;
  const within = bare(type);
  if (within instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => inDigits(within.element, one));
  if (within instanceof z.ZodObject && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inDigits(within.shape[key], one)]));
  return typeof value === 'string' && metaOf(type).isNumber ? BigInt(value) : value;
};

/** The items of a list are fields of one name. */
const formOf = (body: object): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    for (const one of Array.isArray(value) ? value : [value])
      form.append(name, one instanceof File ? one : String(one));
  return form;
};
