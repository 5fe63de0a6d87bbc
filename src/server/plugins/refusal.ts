/** Which operations are refused before they run, since they could not have all that they need in their time: nothing is answered by halves. */
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { lookAt } from '../../../resolvers/connection/ahead.ts';
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Context } from '../../../resolvers/context.ts';
import { seenOf } from '../../../resolvers/hints.ts';
import { type CostLine, SCARCE } from '../../../schema/plan/cost-collector.ts';
import { type CostOptions, costLinesOf } from '../../../schema/plan/cost-lines.ts';
import { extentOf, labelsOf } from '../../../schema/plan/facts.ts';
import { factOf } from '../../engine/executor/index.ts';
import { LABELS, rateOf } from '../../zoom/declare/endpoint.ts';
import { SETTINGS } from '../config.ts';
import { costOf, secondsOf } from './cost-of.ts';
import type { WithRequestContext } from './deadline.ts';
import { tooCostly } from './limits.ts';
import { HEADERS } from './request-extensions.ts';

/** What is known of a request whose operation has a cost. */
export type RequestScope = Context & WithRequestContext;

/** What an operation needs beyond what its request may have. */
interface Excess {
  /** How long Zoom's limits hold the calls back, and how long the request has, in milliseconds. */
  readonly held: number;
  readonly left: number;
  readonly maxCalls: number;
  readonly isScarce: boolean;
}
/** A smaller `first` by which the operation could be had. */
interface Fit {
  /** The response path of the connection. */
  readonly field: string;
  readonly first: number;
}

/** Whether an operation may be refused: most are too small for that at a glance, and their cost is not worked out. */
export const mayBeRefused = (args: ExecutionArgs, context: RequestScope): boolean => {
  const labels = factOf(args, labelsOf);
  const extent = factOf(args, extentOf);
  if (!labels || !extent) return false;
  if (SCARCE.some((label) => labels.has(label))) return true;
  const lengths = extent.variables.map((name) => lengthOf(args.variableValues?.[name]));
  const calls = Math.max(extent.most, ...lengths) * extent.perItem;
  const { deadline, maxCalls = Number.POSITIVE_INFINITY } = context.requestContext;
  const left = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - Date.now();
  return calls > maxCalls || extent.endpoints.some((endpoint) => !context.zoom.hasRoom(endpoint, calls, left));
};
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : Number(value) || 0);

/**
 * The error for an operation that cannot have all its calls in its time; undefined when it may run. Of calls that Zoom counts by the minute
 * or the day all that it may need count, of others those that are certain. Where that hangs on the length of a list that nobody has
 * seen, Zoom is asked for its beginning, as the operation itself would ask.
 */
export const refusalOf = async (
  args: ExecutionArgs,
  context: RequestScope,
  maxTimeout: number,
): Promise<GraphQLError | undefined> => {
  const { zoom, store, options } = context;
  const unseen: ListQuery[] = [];
  const connections = new Map<string, number>();
  const linesWith = (more: Partial<CostOptions>) =>
    costLinesOf(args, { maxFirst: options.maxFirst, hints: seenOf(zoom), ...more });

  const atMost = linesWith({
    unseen: (list) => unseen.push(list),
    connection: (path, first) => connections.set(path, first),
  });
  // Execution says what is wrong with the operation's name or variables, and makes no call.
  if (!atMost || !(await excessOf(atMost, context))) return undefined;
  let lines = linesWith({}) ?? [];
  let excess = await excessOf(lines, context);
  if (!excess && unseen.length > 0) {
    // Where Zoom refuses that, it will refuse the operation.
    await Promise.allSettled(unseen.map((list) => lookAt(store, list)));
    lines = linesWith({}) ?? [];
    excess = await excessOf(lines, context);
  }
  if (!excess) return undefined;
  const fits = async (instead: CostOptions['instead']) => !(await excessOf(linesWith({ instead }) ?? [], context));
  const fit = await fitOf(lines, connections, fits);
  const isAsked = context.requestContext.stats.calls > 0;
  return new GraphQLError(messageOf({ lines, excess, fit, isAsked, maxTimeout }), {
    extensions: { ...tooCostly(), cost: await costOf(lines, zoom), ...(fit && { fits: fit }) },
  });
};

const excessOf = async (
  lines: readonly CostLine[],
  { zoom, requestContext }: RequestScope,
): Promise<Excess | undefined> => {
  const { deadline = Number.POSITIVE_INFINITY, maxCalls = Number.POSITIVE_INFINITY } = requestContext;
  // Calls of several rates may go out side by side; only of the scarce ones it is known that they follow from one another.
  const byRate = new Map<string, { endpoint: CostLine['endpoint']; calls: number }[]>();
  let calls = 0;
  for (const { endpoint, binding } of lines) {
    if (binding === 0) continue;
    const rate = SCARCE.includes(endpoint.limit) ? 'scarce' : rateOf(endpoint);
    byRate.set(rate, [...(byRate.get(rate) ?? []), { endpoint, calls: binding }]);
    calls += binding;
  }
  if (calls === 0) return undefined;
  const held = Math.max(...(await Promise.all([...byRate.values()].map((counts) => zoom.forcedBy(counts)))));
  const left = deadline - Date.now();
  return held > left || calls > maxCalls ? { held, left, maxCalls, isScarce: byRate.has('scarce') } : undefined;
};

/** The largest `first` of the outermost connection above most of the calls, by which the operation could be had. */
const fitOf = async (
  lines: readonly CostLine[],
  connections: ReadonlyMap<string, number>,
  fits: (instead: CostOptions['instead']) => Promise<boolean>,
): Promise<Fit | undefined> => {
  const [most] = [...lines].sort((a, b) => b.binding - a.binding);
  const path = [...connections.keys()]
    .filter((connection) => most?.fields.some((field) => `${field}.`.startsWith(`${connection}.`)))
    .sort((a, b) => a.length - b.length)[0];
  if (path === undefined) return undefined;
  let [low, high] = [0, connections.get(path) ?? 0];
  while (high - low > 1) {
    const first = Math.floor((low + high) / 2);
    if (await fits({ path, first })) low = first;
    else high = first;
  }
  return low > 0 ? { field: path, first: low } : undefined;
};

interface Said {
  readonly lines: readonly CostLine[];
  readonly excess: Excess;
  readonly fit: Fit | undefined;
  /** Whether Zoom was asked for the length of a list. */
  readonly isAsked: boolean;
  readonly maxTimeout: number;
}
const messageOf = ({ lines, excess, fit, isAsked, maxTimeout }: Said): string => {
  const { held, left, maxCalls, isScarce } = excess;
  const counts = LABELS.toReversed().flatMap((label) => {
    const count = lines.reduce((all, { endpoint, binding }) => all + (endpoint.limit === label ? binding : 0), 0);
    return count > 0 ? [`${count} ${label}`] : [];
  });
  const because =
    held > left
      ? `Zoom's limits stretch them over ${secondsOf(held)} seconds, and the request has ${secondsOf(left)}`
      : `a request may make ${maxCalls} calls`;
  return [
    `The operation ${isScarce ? 'may need' : 'needs'} ${LIST.format(counts)} calls: ${because}.`,
    isAsked ? 'Zoom was asked for no more than the length of a list.' : 'Nothing was asked of Zoom.',
    fit
      ? `Ask for \`first: ${fit.first}\` at most in \`${fit.field}\`, and for more with \`after\`.`
      : 'Ask for less at once by a smaller `first` or fewer days, or split it.',
    ...(held > left ? [moreTime(held, maxTimeout)] : []),
    'A dry run reports the cost.',
  ].join(' ');
};
const LIST = new Intl.ListFormat('en-GB');
/** How a request gets as much time as its calls take. */
const moreTime = (held: number, maxTimeout: number): string =>
  held < maxTimeout
    ? `Or give the request more time by the header \`${HEADERS.timeoutMs}\`, up to ${maxTimeout}.`
    : `Such a request takes more time than this gateway gives one (${SETTINGS.timeout.name}, ${SETTINGS.maxTimeout.name}).`;
