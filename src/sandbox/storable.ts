/** What a write leaves behind must be what reading shows; where the forms differ, a domain has to say what is meant. */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Endpoint, nameOf } from '../zoom/declare/endpoint.ts';
import type { Shape } from '../zoom/declare/shape.ts';
import { fieldsOf, isKnown, type Known } from './seeded.ts';

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** The paths of the values that a shape does not show as they were given. */
const hiddenIn = (shape: Shape, known: Known, at = ''): string[] =>
  Object.entries(known).flatMap(([name, value]) => {
    const type = fieldsOf(shape).find(([field]) => field === name)?.[1].type;
    if (value === undefined) return [];
    if (type instanceof z.ZodObject && isKnown(value)) return hiddenIn(type, value, `${at}${name}.`);
    const { data } = type ? z.safeParse(type, value) : {};
    return isDeepStrictEqual(asSent(data), asSent(value)) ? [] : [`${at}${name}`];
  });

/** Throws an error, of the sandbox and not of Zoom's, for a value that no reader shows as it was given. */
export const checkReadable = (writer: Endpoint, readers: readonly Endpoint[], known: Known): void => {
  const [first = [], ...others] = readers.flatMap(({ of }) => (of ? [hiddenIn(of, known)] : []));
  const hidden = readers.some(({ of }) => of)
    ? first.filter((path) => others.every((paths) => paths.includes(path)))
    : Object.keys(known);
  if (hidden.length === 0) return;
  const by = readers.map(nameOf).join(', ') || 'nothing';
  throw new Error(
    `${nameOf(writer)} sets ${hidden.join(', ')}, which ${by} shows in another form or not at all: say what that changes, in \`written\` or a handler.`,
  );
};
