/** How a body travels: as JSON, or where its shape holds a file, as a form of Zoom's field names. */
import { FormData } from 'undici';
import { z } from 'zod';
import { bare, factsOf, type Shape } from './shape.ts';

/** What is sent; it can be sent again. */
export type Payload = string | FormData;

/** Whether bodies of this shape go as multipart/form-data. */
export const isForm = (of: Shape | undefined): boolean => of !== undefined && Object.values(of.shape).some(isFile);
const isFile = (type: z.core.$ZodType): boolean => {
  const within = bare(type);
  return within instanceof z.ZodArray ? isFile(within.element) : factsOf(within).kind === 'file';
};

export const payloadOf = (of: Shape | undefined, body: unknown): Payload =>
  isForm(of) ? formOf(body as object) : JSON.stringify(body);

/** The items of a list are fields of one name. */
const formOf = (body: object): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    for (const one of Array.isArray(value) ? value : [value])
      form.append(name, one instanceof File ? one : String(one));
  return form;
};
