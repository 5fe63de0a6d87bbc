/** How many of the items of a list there is time for, with what is selected of them. */
import { type GraphQLResolveInfo, getNamedType, isLeafType } from 'graphql';
import type { Reading } from '../../../resolvers/connection/connection.ts';
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Context } from '../../../resolvers/context.ts';
import { BEGIN } from '../../../resolvers/cursor.ts';
import { undeclaredKey } from '../../../resolvers/entity.ts';
import { seenOf } from '../../../resolvers/hints.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { FieldPlan } from '../../../src/engine/executor/types.ts';
import { ZoomError } from '../../../src/zoom/client/client.ts';
import { toldBy } from '../../../src/zoom/declare/entity.ts';
import { keyFieldsOf } from '../../plan/cost.ts';
import { SCARCE } from '../../plan/cost-collector.ts';
import { itemLinesOf } from '../../plan/cost-lines.ts';
import { below, extensionsOf, itemsOf, requiredBy } from '../../plan/selection.ts';
import type { Question } from '../../questions/question.ts';
import { tellEnd } from './failures.ts';
import type { Listed } from './page.ts';

/** Tells how many of so many items there may be. */
export type Admission = NonNullable<Reading['admit']>;

/** Undefined where all items are admitted: nothing is selected of them that certainly takes calls, or the list decides something. */
export const admissionTo = (
  query: ListQuery,
  question: Question | undefined,
  context: Context,
  info: GraphQLResolveInfo,
): Admission | undefined => {
  const plan = planIn(info);
  const connection = below(plan);
  const { room, requestContext, isDeciding } = context;
  const { deadline, maxCalls } = requestContext;
  if (isDeciding || !connection || (deadline ?? maxCalls) === undefined) return undefined;
  const each = room.eachOf(plan, () => {
    const { of, list, wanted, first } = query;
    const known = of ? [...toldBy(of, list, wanted), ...keyFieldsOf(of)] : [];
    // What a question has read of the items that it means is not read again.
    const judged = question?.isReadOfMeant ? [question.selected] : [];
    const asked = judged.flatMap((one) => [...requiredBy(one.plan)]);
    const { schema, variableValues: variables } = info;
    const { withholding, options, zoom } = context;
    const hints = seenOf(zoom);
    const likely = of && hints.undeclared.get(undeclaredKey(of, list, wanted));
    const items = { id: info.fieldName, count: first, of, known: new Set([...known, ...asked]), likely };
    const { maxFirst } = options;
    const walking = { schema, variables, withholding, maxFirst, hints };
    const read = [...judged, ...(question?.order ? [question.order.selected] : [])];
    const lines = itemLinesOf(connection, items, walking, read);
    // Whether there are enough of the scarce ones was decided before the operation ran.
    return lines.flatMap(({ endpoint, binding }) =>
      binding > 0 && !SCARCE.includes(endpoint.limit) ? [{ endpoint, calls: binding / first }] : [],
    );
  });
  if (each.length === 0) return undefined;
  return (items) => {
    const admitted = room.admit(items, each);
    if (admitted < items) tellEnd(noTime(), context, info);
    return admitted;
  };
};
const noTime = () =>
  new ZoomError('RATE_LIMIT', 'What is selected of further items takes more calls than the request has time for.');

/** Whether nothing is selected of the items but values that their list tells. */
export const isTold = (plan: FieldPlan, told: ReadonlySet<string>): boolean =>
  itemsOf(plan).every(({ fields }) =>
    fields.every(({ field }) => {
      const { fetches, cost, requires = [] } = extensionsOf(field);
      return !fetches && !cost && isLeafType(getNamedType(field.type)) && requires.every((key) => told.has(key));
    }),
  );

/** A page without those of its items for which there is no time: the list goes on behind the others. */
export const admitted = <L extends Pick<Listed, 'edges' | 'hasNextPage' | 'endCursor'>>(
  page: L,
  admit: Admission | undefined,
  after: string | null | undefined,
): L => {
  const { edges } = page;
  const most = admit?.(edges.length) ?? edges.length;
  if (most >= edges.length) return page;
  return { ...page, edges: edges.slice(0, most), hasNextPage: true, endCursor: most > 0 ? null : (after ?? BEGIN) };
};
