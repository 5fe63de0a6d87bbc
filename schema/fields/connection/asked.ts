/** From the arguments of a client to the query of a list. */
import type { GraphQLResolveInfo } from 'graphql';
import * as z from 'zod';
import { callFor } from '../../../resolvers/call-for.ts';
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Context } from '../../../resolvers/context.ts';
import { BEGIN } from '../../../resolvers/cursor.ts';
import { InputError } from '../../../resolvers/errors.ts';
import { checkSpan } from '../../../resolvers/windows.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { SelectingFor } from '../../../src/engine/executor/select.ts';
import type { FieldPlan } from '../../../src/engine/executor/types.ts';
import { once } from '../../../src/engine/once.ts';
import type { ListEndpoint } from '../../../src/zoom/declare/endpoint.ts';
import { placeBy } from '../../../src/zoom/declare/entity.ts';
import { bare, metaOf, partialOf, type Shape } from '../../../src/zoom/declare/shape.ts';
import { DEFAULT_FIRST } from '../../plan/facts.ts';
import { itemTypeOf } from '../../questions/askable.ts';
import { withPushed } from '../../questions/push-down.ts';
import { type Asked, type Question, questionOf } from '../../questions/question.ts';
import { ToldAccount } from '../../types/ids.ts';
import { asDeclared, bodyOf, fieldNameIn, inputNameIn, queryFrom } from '../../types/shape.ts';
import type { Args, ConnectionOptions } from './options.ts';
import { wantedOf } from './shows.ts';

/** What is asked of the items beside the list's own filters. Throws InputError. */
export const questionAt = (
  list: ListEndpoint,
  { field }: FieldPlan,
  args: Asked,
  of: SelectingFor & { readonly maxFirst: number },
): Question | undefined => {
  const type = itemTypeOf(field);
  return type && questionOf(args, { ...of, type, list });
};

export const queryOf = (
  options: ConnectionOptions<never>,
  parent: unknown,
  args: Args,
  { store, options: { maxFirst } }: Context,
  info: GraphQLResolveInfo,
  question: Question | undefined,
): ListQuery => {
  const { list, path, parentQuery = {} } = options;
  const asked = askedOf(options, args, maxFirst, planIn(info), ToldAccount.below(info.schema, store, parent), question);
  const from = asDeclared(parent, info) as never;
  const told = Object.fromEntries(Object.entries(parentQuery).map(([param, tell]) => [param, tell(from)]));
  return {
    ...asked,
    ...callFor(store, list, parent, { path: path?.(from), query: { ...asked.query, ...told } }),
  };
};

/** What is asked of a list whatever the parent tells. Throws InputError. */
export const askedOf = (
  {
    list,
    of,
    constants,
    perValue,
    verifyExists,
    extraKey,
  }: Omit<ConnectionOptions<never>, 'path' | 'parentQuery' | 'requires'>,
  given: Args,
  maxFirst: number,
  plan: FieldPlan,
  account: ToldAccount,
  question: Question | undefined,
): ListQuery => {
  const args = withPushed(list, given, constants);
  const after = afterIn(args);
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 1 || first > maxFirst)
    throw new InputError(`\`first\` must be from 1 to ${maxFirst}, and is ${first}. Page on with \`after\` for more.`);
  const filters = list.query ? filtersIn(list.query, args, perValue?.param ?? '', account) : {};
  checkSpan(list.span, filters);
  return {
    list,
    of,
    first,
    after,
    query: { ...filters, ...constants },
    from: dayOf(args.from),
    to: dayOf(args.to),
    ...(perValue && {
      perValue: {
        param: perValue.param,
        values: sentOf(list.query, perValue.param, wordsLeft(list, perValue, given, plan, question), account),
      },
    }),
    wanted: wantedOf(list, plan, question),
    unverified: verifyExists,
    extraKey: of && { ...placeBy(of, list), ...extraKey },
    ...(question && { asked: question.text }),
  };
};

/** The cursor behind which a list is to go on; nothing where that is its beginning. */
export const afterIn = ({ after }: Pick<Args, 'after'>): string | null => (after === BEGIN ? null : (after ?? null));

/** The arguments are the same object wherever a field is resolved in one run, such as that of a list of each user: they are read once. */
const filtersIn = (of: Shape, args: Args, omit: string, account: ToldAccount): Readonly<Record<string, unknown>> => {
  if (takesIds(of)) return filtersOf(of, args, omit, account);
  const filters = filtersBy.get(args) ?? filtersOf(of, args, omit, account);
  filtersBy.set(args, filters);
  return filters;
};
const filtersBy = new WeakMap<Args, Readonly<Record<string, unknown>>>();
/** A global id tells the account that it is of, which has to be the one that is asked. */
const takesIds = once((of: Shape) => Object.values(of.shape).some(holdsId));
const holdsId = (type: z.core.$ZodType): boolean => {
  const within = bare(type);
  return metaOf(type).kind === 'id' || (within instanceof z.ZodArray && holdsId(within.element as z.core.$ZodType));
};

const filtersOf = (of: Shape, args: Args, omit: string, account: ToldAccount): Readonly<Record<string, unknown>> => {
  const given = Object.fromEntries(
    Object.entries(args).filter(([name, value]) => value !== null && name !== inputNameIn(of, omit)),
  );
  return queryFrom(partialOf(of), given, 'argument', account);
};

/** The words of which Zoom takes one a call: those that are given, or else all that a question about them leaves. */
const wordsLeft = (
  { filters, query, of }: ListEndpoint,
  { param, default: usual }: NonNullable<ConnectionOptions<never>['perValue']>,
  args: Args,
  { field }: FieldPlan,
  question: Question | undefined,
): readonly unknown[] => {
  const name = query ? inputNameIn(query, param) : param;
  const words = (args[name] as readonly unknown[] | null | undefined) ?? usual;
  if (words.length === 0) throw new InputError(`\`${name}\` is empty: give one value at least, or leave it out.`);
  const key = fieldNameIn(of, filters?.[param] ?? '');
  if (!question?.looksAt(key)) return words;
  const isGiven = words !== usual && words !== field.args.find((arg) => arg.name === name)?.defaultValue;
  const type = query?.shape[param];
  const { values = {} } = (type && metaOf(type).enumValues) || {};
  return (isGiven ? words : Object.keys(values)).filter((word) => question.test({ [key]: word }) !== false);
};

const sentOf = (
  of: Shape | undefined,
  param: string,
  words: readonly unknown[],
  account: ToldAccount,
): readonly unknown[] =>
  of
    ? [...new Set(words)].map(
        (word) => bodyOf(partialOf(of), { [inputNameIn(of, param)]: word }, 'argument', account)[param],
      )
    : words;

const dayOf = (date: Date | string | null | undefined) =>
  date ? new Date(date).toISOString().slice(0, 10) : undefined;
