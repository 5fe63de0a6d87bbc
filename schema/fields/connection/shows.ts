/** What an operation shows of a connection, and what has to be read for that. */
import { getNamedType, isObjectType } from 'graphql';
import type { FieldPlan } from '../../../src/engine/executor/types.ts';
import { once } from '../../../src/engine/once.ts';
import type { ListEndpoint } from '../../../src/zoom/declare/endpoint.ts';
import { carried, fromPath, toldBy } from '../../../src/zoom/declare/entity.ts';
import { below, extensionsOf, itemsOf, requiredBy, selecting, wanted, wantedOfItems } from '../../plan/selection.ts';
import { itemTypeOf } from '../../questions/askable.ts';
import type { GroupArgs } from '../../questions/groups.ts';
import type { Question } from '../../questions/question.ts';
import type { ConnectionOptions } from './options.ts';

/** Whether the items of a connection are read; its total alone needs none. */
export const showsItems = selecting(['edges', 'nodes', 'pageInfo']);

export const showsCursors = selecting(['edges', 'pageInfo']);

export const showsTotal = selecting(['totalCount']);

export const showsAll = selecting(['stats', 'groups']);

/** Whether something is asked of all items, so that the whole list is read. */
export const needsAll = (plan: FieldPlan, question: Question | undefined): boolean =>
  showsAll(plan) || question?.order !== undefined || (question !== undefined && showsTotal(plan));

/** Whether the list is read to its end when its total is asked for, since no answer of Zoom's tells it. */
export const readsForTotal = ({ across, only }: Pick<ConnectionOptions<never>, 'across' | 'only'>): boolean =>
  across !== undefined || only !== undefined;

/** Whether the ids of items are shown, where the key of their owner is a part of them. */
export const needsOwner = ({ of, path }: Pick<ConnectionOptions<never>, 'of' | 'path'>, plan: FieldPlan): boolean =>
  !path && of !== undefined && Object.values(of.key).includes(fromPath) && showsIds(plan);

const showsIds = once((plan: FieldPlan): boolean =>
  itemsOf(plan).some(({ fields }) => fields.some(({ field }) => extensionsOf(field).exposesId)),
);

/** The fields that the list tells of its items. */
export const toldOf = (
  { list, of }: Pick<ConnectionOptions<never>, 'list' | 'of'>,
  plan: FieldPlan,
): ReadonlySet<string> => {
  const wanted = wantedOf(list, plan);
  return of ? toldBy(of, list, wanted) : carried(list, wanted);
};

/** The fields that are wanted of the items, where Zoom sends some only on request. */
export const wantedOf = (list: ListEndpoint, plan: FieldPlan, question?: Question): ReadonlySet<string> | undefined => {
  if (!list.onRequest) return undefined;
  const shown = new Set([...wantedOfItems(plan), ...wantedOfGroups(plan)]);
  return new Set([...shown, ...readBy(question)]);
};

/** The fields that a question reads of all items before any is shown. */
export const readBy = (question: Question | undefined): readonly string[] =>
  [question, question?.order].flatMap((one) => (one ? [...requiredBy(one.selected.plan)] : []));

/** What is shown of items in groups, and what they are grouped by, where the operation itself says that and no variable. */
const wantedOfGroups = once((plan: FieldPlan): ReadonlySet<string> => {
  const fields = itemTypeOf(plan.field)?.getFields() ?? {};
  const groups = below(plan)?.fields.filter(({ field }) => field.name === 'groups') ?? [];
  return new Set(
    groups.flatMap((group) => {
      const { by, byFields } = (group.args ?? {}) as GroupArgs;
      const names = [...(by ?? []).map(({ field }) => field), ...(byFields ?? []).flatMap((one) => Object.keys(one))];
      const keys = names.flatMap((name) => (fields[name] ? (extensionsOf(fields[name]).requires ?? []) : []));
      const shown = below(group)?.fields.filter(({ field }) => isObjectType(getNamedType(field.type))) ?? [];
      return [...keys, ...shown.flatMap((one) => [...wanted(one)])];
    }),
  );
});
