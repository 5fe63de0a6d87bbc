/** Inputs with every leaf filled, and what Zoom has to get for them. */
import { z } from 'zod';
import { inputNameIn } from '../../schema/types/shape.ts';
import type { Limits } from '../../src/zoom/declare/limits.ts';
import { bare, choiceOf, type Kind, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { pictureOf } from '../picture.ts';
import { isRaw, type Raw } from './graph.ts';

type AnyType = z.core.$ZodType;

/** Zoom's values by their place, such as `settings.audio` or `members.0.id`; `undefined` leaves one out. A mere key: wherever it stands. */
export type Values = Readonly<Record<string, unknown>>;

/** What Zoom shall get of a shape: every leaf, by kind, where `values` has none. */
export const filled = (of: Shape, values: Values = {}, at = ''): Raw => {
  const raw: Record<string, unknown> = {};
  const { isOneOf } = metaOf(of);
  for (const [key, zod] of Object.entries(of.shape)) {
    if (isOneOf && Object.keys(raw).length > 0) break;
    const value = filledWith(zod, key, values, at + key);
    if (value !== undefined) raw[key] = value;
  }
  // Of fields that exclude each other, the first.
  for (const group of metaOf(of).exclusive ?? [])
    for (const key of group.filter((name) => name in raw).slice(1)) delete raw[key];
  return raw;
};

const filledWith = (zod: AnyType, key: string, values: Values, at: string): unknown => {
  if (at in values) return values[at];
  const within = bare(zod);
  const { kind = 'string', isNumber = false, enumValues, separator, file, limits = {} } = metaOf(zod);
  const known = kind === 'id' ? suffixesOf(key).find((name) => name in values) : undefined;
  if (known !== undefined) return isNumber ? Number(values[known]) : values[known];
  if (within instanceof z.ZodObject) {
    const raw = filled(within, values, `${at}.`);
    return Object.keys(raw).length > 0 ? raw : undefined;
  }
  if (within instanceof z.ZodArray) {
    const item = filledWith(within.element as AnyType, key, values, `${at}.0`);
    return item === undefined ? undefined : [item];
  }
  if (enumValues) return Object.values(enumValues.values)[0];
  if (kind === 'file')
    return file?.types ? pictureOf() : new File(['some bytes'], `some ${key}`, { type: 'text/plain' });
  const likely = LIKELY.find(([name]) => kind === 'string' && !isNumber && name.test(key))?.[1];
  if (separator && limits.form) return likely;
  if (separator) return [`first@example.com`, `second@example.com`].join(separator);
  return limitedTo(limits, likely ?? sample(kind, key, isNumber));
};

/** The same value, as long or as large as Zoom takes it. */
const limitedTo = ({ min = Number.NEGATIVE_INFINITY, max }: Limits, value: unknown): unknown => {
  if (typeof value === 'string') return value.slice(0, max);
  return typeof value === 'number' ? Math.max(min, Math.min(value, max ?? value)) : value;
};

/** `to_group_id`, `group_id`: what a key may be known by. */
const suffixesOf = (key: string): string[] => {
  const words = key.split('_');
  return words.slice(0, -1).map((_, i) => words.slice(i).join('_'));
};

/** Texts that a name asks for. */
const LIKELY: readonly (readonly [RegExp, string])[] = [
  [/email/, 'someone@example.com'],
  [/time_?zone/, 'Europe/Berlin'],
  [/phone|number/, '+14155550100'],
  [/country|region/, 'US'],
  [/^weekly_days$/, '2,4'],
];
const sample = (kind: Exclude<Kind, 'file'>, key: string, isNumber: boolean): unknown => {
  switch (kind) {
    case 'int':
      return 7;
    case 'bigInt':
      return 5_000_000_000;
    case 'float':
      return 1.5;
    case 'measure':
      return '27.15';
    case 'bytes':
      return '10 GB';
    case 'clock':
      return '01:16:08';
    case 'bool':
      return true;
    case 'dateTime':
      return '2031-03-01T09:00:00Z';
    case 'date':
      return '2031-03-01';
    case 'url':
      return 'https://example.com/a?b=c';
    case 'json':
      return { any: ['thing'] };
    case 'id':
      return isNumber ? 85_746_065_432 : `an-${key.replaceAll('_', '-')}`;
    case 'string':
      return isNumber ? 8_000_712 : `some ${key.replaceAll('_', ' ')}`;
  }
};

/** The input of the graph that asks for it. */
export const inputFor = (of: Shape, raw: Raw): Raw => {
  const choice = choiceOf(of);
  const input: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const given = inputValue(of.shape[key] as AnyType, value);
    if (choice && key in choice.of.shape) input[choice.as] = { [inputNameIn(of, key)]: given };
    else input[inputNameIn(of, key)] = given;
  }
  return input;
};
const inputValue = (zod: AnyType, value: unknown): unknown => {
  const within = bare(zod);
  if (within instanceof z.ZodObject) return isRaw(value) ? inputFor(within, value) : value;
  if (within instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => inputValue(within.element as AnyType, item));
  const { kind, enumValues, separator, itemValues, isNumber } = metaOf(zod);
  if (itemValues && separator)
    return String(value)
      .split(separator)
      .map((item) => Object.entries(itemValues.values).find(([, known]) => String(known) === item)?.[0]);
  if (enumValues) return Object.entries(enumValues.values).find(([, known]) => known === value)?.[0];
  if (separator) return String(value).split(separator);
  return kind === 'id' || isNumber ? String(value) : value;
};

/** A value as the sandbox tells of it: of files all but what they hold. */
export const told = (value: unknown): unknown =>
  value instanceof File ? { name: value.name, type: value.type, size: value.size } : value;

/** The places of a value's leaves; those of all items of a list are one: `members.id`. */
export const leafPlaces = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => leafPlaces(item, at));
  if (!isRaw(value) || value instanceof File) return [at];
  return Object.entries(value).flatMap(([key, one]) => leafPlaces(one, at === '' ? key : `${at}.${key}`));
};
