/**
 * What Zoom can say of a filter is left to Zoom: as arguments of the list that a client might have given as well. The filter is applied all the same,
 * so that an argument may let through more than is meant, but never less.
 */
import * as z from 'zod';
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { bare, type Shape } from '../../src/zoom/declare/shape.ts';
import { fieldNamesIn, inputNameIn } from '../types/shape.ts';
import type { Filter } from './filter.ts';

type Given = Readonly<Record<string, unknown>>;

/** Conditions that all hold: those of the filter, and of what stands under its `and`. */
const conjuncts = (where: Filter): readonly Filter[] => [
  where,
  ...((where.and ?? []) as readonly Filter[]).flatMap(conjuncts),
];

/** What the conjuncts say of a field of an item: `site.id` is that of an object within. */
const saidOf = (where: Filter, of: Shape, path: string): readonly Filter[] => {
  const [key = '', ...rest] = path.split('.');
  const names = key === 'id' ? ['id', ...fieldNamesIn(of, key)] : fieldNamesIn(of, key);
  const type = of.shape[key] as z.core.$ZodType | undefined;
  const within = type && bare(type);
  return conjuncts(where).flatMap((one) =>
    names.flatMap((name) => {
      const said = one[name] as Filter | null | undefined;
      if (!said) return [];
      if (rest.length === 0) return [said];
      return within instanceof z.ZodObject ? saidOf(said, within, rest.join('.')) : [];
    }),
  );
};

/** The one value that the conditions leave of a field; undefined where they leave several. */
const onlyValue = (said: readonly Filter[]): unknown => {
  for (const { eq, in: among } of said) {
    if (eq !== undefined && eq !== null) return eq;
    if (Array.isArray(among) && among.length === 1) return among[0];
  }
  return undefined;
};

/** The argument by which Zoom itself looks for a text; undefined where it does not, or where the client looks for another one by it. */
export const searchParam = ({ search, query }: ListEndpoint, given: object): string | undefined => {
  const name = search && query && inputNameIn(query, search);
  return name && isNone((given as Given)[name]) ? name : undefined;
};
const isNone = (value: unknown): boolean => value === undefined || value === null;

/** The arguments of a list with those that say a part of what is asked beside them. What a client gives by itself stands. */
export const withPushed = <A extends Asking>(list: ListEndpoint, given: A, constants: Given = {}): A => {
  const search = given.search?.trim() ? searchParam(list, given) : undefined;
  if (!given.where && !search) return given;
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => !isNone(value)));
  const pushed = given.where ? argumentsFrom(list, given.where, constants) : {};
  return { ...given, ...pushed, ...(search && { [search]: given.search }), ...stated };
};
interface Asking extends Given {
  readonly where?: Filter | null;
  readonly search?: string | null;
}

const argumentsFrom = ({ filters = {}, query, window, of }: ListEndpoint, where: Filter, constants: Given): Given => {
  const given: Record<string, unknown> = {};
  for (const [param, path] of Object.entries(filters)) {
    if (!query?.shape[param]) continue;
    const value = onlyValue(saidOf(where, of, path));
    if (value !== undefined) given[inputNameIn(query, param)] = value;
  }
  if (!window || (window.by && constants[window.by] !== undefined)) return given;
  return { ...given, ...daysFrom(saidOf(where, of, window.at)) };
};

/** The days in UTC to which the conditions on a time confine it. */
const daysFrom = (said: readonly Filter[]): { from?: Date; to?: Date } => {
  const times = (operators: readonly string[]) =>
    said.flatMap((one) => operators.flatMap((name) => (one[name] instanceof Date ? [one[name] as Date] : [])));
  const starts = times(['eq', 'gt', 'gte']);
  // What is before a time that is the beginning of a day is of the day before.
  const ends = [...times(['eq', 'lte']), ...times(['lt']).map((time) => new Date(time.getTime() - 1))];
  return {
    ...(starts.length > 0 && { from: new Date(Math.max(...starts.map(Number))) }),
    ...(ends.length > 0 && { to: new Date(Math.min(...ends.map(Number))) }),
  };
};
