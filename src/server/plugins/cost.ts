/** The cost of an operation: told in place of its data, or with a refusal. */
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import { type CostLine, drawnBy, sumsOf } from '../../../schema/plan/cost-collector.ts';
import { costLinesOf } from '../../../schema/plan/cost-lines.ts';
import { labelsOf } from '../../../schema/plan/facts.ts';
import { factOf } from '../../engine/executor/index.ts';
import { type Label, nameOf } from '../../zoom/declare/endpoint.ts';
import type { WithRequestContext } from './deadline.ts';
import { tooCostly } from './limits.ts';
import { namedFields } from './named-fields.ts';
import { requestExtensionsOf } from './request-extensions.ts';

/** What an operation would need, as clients see it. */
interface CostOf {
  /** REST calls at most. */
  readonly calls: number;
  readonly byLimit: Partial<Record<Label, number>>;
  /** How long Zoom's rate limits alone would hold them back, with what is spent of these now. */
  readonly seconds: number;
  readonly operations: readonly object[];
}
type Priced = Context & WithRequestContext & YogaInitialContext;

/** Zoom counts these by the minute or pools them by the day, and each `first` multiplies them. Of the others enough come by waiting. */
const SCARCE: readonly Label[] = ['RESOURCE_INTENSIVE', 'HEAVY'];

/**
 * Answers a dry run with the cost in place of data, and refuses what may need more scarce calls than it can have in its time:
 * before any call is made, so that nothing is half answered. What can be had by waiting runs.
 */
export const useCost = (): Plugin<Priced> => ({
  onExecute: ({ args, setResultAndStopExecution }) => {
    const context = args.contextValue as unknown as Priced;
    const { dryRun } = requestExtensionsOf(context);
    if (!dryRun && !isScarce(args)) return undefined;
    const lines = costLinesOf(args, { maxFirst: context.options.maxFirst, hints: context.store });
    // Execution says what is wrong with the operation's name or variables, and makes no call.
    if (!lines) return undefined;
    if (dryRun)
      return costOf(lines, context).then((cost) =>
        setResultAndStopExecution({ data: null, extensions: { zoom: { dryRun: cost } } }),
      );
    return refusalOf(lines, context).then((error) => {
      if (error) setResultAndStopExecution({ errors: [error] });
    });
  },
});

const costOf = async (lines: readonly CostLine[], { zoom }: Priced): Promise<CostOf> => ({
  ...sumsOf(lines),
  seconds: secondsOf(await zoom.forcedBy(drawnBy(lines))),
  operations: lines.map(({ endpoint, insteadOf, calls, fields, isEstimated }) => ({
    method: endpoint.method,
    path: endpoint.path,
    limit: endpoint.limit,
    calls,
    ...(insteadOf && { insteadOf: nameOf(insteadOf) }),
    ...(isEstimated && { estimated: true }),
    ...namedFields(fields),
  })),
});
const secondsOf = (ms: number) => Math.ceil(ms / 100) / 10;

/** The error for an operation that may need more scarce calls than there are in its time; undefined when it may run. */
const refusalOf = async (lines: readonly CostLine[], context: Priced): Promise<GraphQLError | undefined> => {
  const { deadline = Number.POSITIVE_INFINITY, maxCalls = Number.POSITIVE_INFINITY } = context.requestContext;
  const scarce = drawnBy(lines).filter(({ endpoint }) => SCARCE.includes(endpoint.limit));
  const count = scarce.reduce((all, { calls }) => all + calls, 0);
  if (count === 0) return undefined;
  const held = await context.zoom.forcedBy(scarce);
  const left = deadline - Date.now();
  if (held <= left && count <= maxCalls) return undefined;
  const { byLimit } = sumsOf(scarce);
  const requires = SCARCE.flatMap((label) => (byLimit[label] ? [`${byLimit[label]} ${label}`] : [])).join(' and ');
  const because =
    count > maxCalls
      ? `a request may make ${maxCalls} calls`
      : `Zoom's limits stretch them over ${secondsOf(held)} seconds, and the request has ${secondsOf(left)}`;
  return new GraphQLError(
    `The operation may need ${requires} calls: ${because}. Nothing was asked of Zoom. Ask for less at once by a smaller \`first\` or fewer days, split it, or wait; a dry run tells the cost.`,
    { extensions: { ...tooCostly(), cost: await costOf(lines, context) } },
  );
};

/** Whether an operation reaches any scarce call, so that the cost of others is not worked out when they run. */
const isScarce = (args: ExecutionArgs): boolean => {
  const labels = factOf(args, labelsOf);
  return labels !== undefined && SCARCE.some((label) => labels.has(label));
};
