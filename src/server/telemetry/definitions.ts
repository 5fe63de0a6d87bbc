/** Every metric of the gateway as data: what it counts, by what, and what to do when it moves. docs/operations.md shows this table. */

/** How the numbers of several workers become one. */
type Together = 'sum' | 'first';

export interface Definition<L extends string = string> {
  readonly name: string;
  readonly labels: readonly L[];
  /** What it says, as `# HELP` has it. */
  readonly help: string;
  /** What to do about it. */
  readonly act: string;
  /** Of a histogram: the upper bounds of its buckets, in seconds. */
  readonly buckets?: readonly number[];
  readonly together: Together;
}

const PREFIX = 'zoom_gateway_';
const defined = <const L extends string>(
  name: string,
  labels: readonly L[],
  texts: Pick<Definition, 'help' | 'act'>,
  more: Partial<Pick<Definition, 'buckets' | 'together'>> = {},
): Definition<L> => ({ name: PREFIX + name, labels, ...texts, together: 'sum', ...more });

const BUDGET = ['product', 'label', 'per'] as const;

export const COUNTERS = {
  calls: defined('rest_calls_total', ['operation', 'label', 'status'], {
    help: 'REST calls that were sent to Zoom, repeats included.',
    act: '`429`: another app draws on the same limits, or `ZOOM_PLAN` is too high: lower `ZOOM_SHARE`. `401`: see the log, and run the doctor. `5xx` or `none`: Zoom, or the way to it, has trouble; reads are repeated.',
  }),
  waited: defined('budget_waited_seconds_total', ['label'], {
    help: 'Seconds that calls waited for Zoom’s rate limits before they were sent.',
    act: 'When it grows by more than a second a second, requests ask for more than the plan allows: ask for less, or spread jobs over the day.',
  }),
  joined: defined('rest_joined_total', [], {
    help: 'Reads that were answered by a call which another request had in flight.',
    act: 'None: each is a call saved. `COALESCE` switches it.',
  }),
  cached: defined('rest_cached_total', [], {
    help: 'Reads that needed no call, since another request of the credential had made them just before.',
    act: 'None: each is a call saved. `SHARED_CACHE_SECONDS` says how long.',
  }),
  operations: defined('graphql_operations_total', ['operation', 'type', 'outcome'], {
    help: 'GraphQL operations that were answered, by the code of their first error, or OK.',
    act: 'Watch the share that is not `OK`; [errors.md](errors.md) says what each code means. `INTERNAL_SERVER_ERROR` is a fault of the gateway: the log has it.',
  }),
  shared: defined('graphql_shared_total', [], {
    help: 'GraphQL operations that got the answer of an identical one which was being executed.',
    act: 'None: each is an execution saved.',
  }),
  events: defined('events_received_total', ['outcome'], {
    help: 'What came to `/webhooks/zoom`, and events that came by `ZOOM_EVENTS_URL`: events that were `kept`, those that are a `duplicate`, answers to Zoom’s `validation`, and what was refused, by the reason.',
    act: '`signature`: somebody else, or `ZOOM_WEBHOOK_SECRET` is not that of the app. `timestamp`: the clock is wrong, or `WEBHOOK_TOLERANCE_SECONDS` is too low. `unavailable`: Redis is gone, and Zoom sends them again within the hour.',
  }),
  missed: defined('events_missed_total', [], {
    help: 'Times that events may have been missed, since nobody was connected to `ZOOM_EVENTS_URL` or an event could not be kept.',
    act: 'Some come with every deployment. More: see the log for why connections end. Subscribers get an event, and should read their lists again.',
  }),
  delivered: defined('events_delivered_total', [], {
    help: 'Events that were sent to subscribers, one for each who got it.',
    act: 'None: it shows how much is asked for.',
  }),
  ended: defined('subscriptions_ended_total', ['reason'], {
    help: 'Subscriptions that are over: since the `client` has left or the gateway has `stopped`, or by the code of their last error.',
    act: '`EVENTS_LOST`: subscribers are too slow for `EVENT_BUFFER`, or come back too late for `EVENTS_KEPT`.',
  }),
  redisQuestions: defined('redis_questions_total', ['outcome'], {
    help: 'What Redis was asked: `answered`, `failed`, since no answer came in time or it was an error, or `skipped`, since Redis was gone.',
    act: '`failed` now and then: Redis, the network or the gateway is too busy; each costs up to `REDIS_TIMEOUT_MS`. `skipped`: Redis is gone.',
  }),
  redisLost: defined('redis_lost_total', [], {
    help: 'How often the connection to Redis was lost.',
    act: 'When it grows while Redis is well, it answers too late: look at its slow log, and at the event loop of the gateway.',
  }),
  redisForgotten: defined('redis_forgotten_total', [], {
    help: 'How often Redis was found to have forgotten what was spent of the rate limits.',
    act: 'It was started anew, or emptied. Nothing is to be done; where that happens again and again, look at its memory and its eviction policy.',
  }),
  aloneCalls: defined('budget_alone_calls_total', [], {
    help: 'REST calls that went out by the process’s own part of the rate limits, since it could not share them by Redis.',
    act: 'It grows while Redis is gone, and some seconds longer. At other times see the lost connections.',
  }),
} as const;

export const HISTOGRAMS = {
  callSeconds: defined(
    'rest_call_duration_seconds',
    ['operation'],
    {
      help: 'Seconds from the sending of a REST call to its answer.',
      act: 'When all operations grow, Zoom or the network is slow. When one does, ask for smaller pages of it.',
    },
    { buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15] },
  ),
  operationSeconds: defined(
    'graphql_operation_duration_seconds',
    ['operation', 'type'],
    {
      help: 'Seconds from a GraphQL request to its result; of a subscription, to its beginning.',
      act: 'Compare with the waiting for rate limits and the duration of calls, which are nearly all of it. If neither grows, look at the event loop.',
    },
    { buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 150] },
  ),
} as const;

export const GAUGES = {
  budgetUsed: defined(
    'budget_used',
    BUDGET,
    {
      help: 'Calls that are spent of a limit now: those of the last second or minute, or of the UTC day.',
      act: 'Alert when a `DAY` is three quarters spent before three quarters of it are over.',
    },
    { together: 'first' },
  ),
  budgetLeft: defined(
    'budget_left',
    BUDGET,
    {
      help: 'Calls that are left of a limit, within the share that the gateway uses.',
      act: 'At 0 calls of the label wait for the next second or minute; of a `DAY` they are refused with `RATE_LIMITED` until midnight UTC.',
    },
    { together: 'first' },
  ),
  waiting: defined('budget_waiting', [], {
    help: 'Calls that wait for a rate limit now.',
    act: 'A queue that does not get shorter means that more is asked than the plan allows.',
  }),
  eventSocket: defined('event_socket_open', [], {
    help: 'Processes that are connected to `ZOOM_EVENTS_URL`.',
    act: 'Alert when it is 0 for minutes in all replicas together; the log says why.',
  }),
  subscriptions: defined('subscriptions', [], {
    help: 'Subscriptions that are open.',
    act: 'Compare with what one process takes: [limits.md](limits.md).',
  }),
  redisGone: defined('redis_gone', [], {
    help: 'Processes for which Redis is gone now; 0 without `REDIS_URL`.',
    act: 'Alert above 0. The log has the reason. Until Redis is back, replicas mint tokens of their own, and a write does not reach what others keep.',
  }),
  alone: defined('budget_alone', [], {
    help: 'Processes that draw on their own part of the rate limits now: Redis is gone, or came back some seconds ago.',
    act: 'As for `redis_gone`. Where it stays above 0 while Redis is well, Redis forgets again and again.',
  }),
  replicas: defined(
    'replicas',
    [],
    {
      help: 'Processes that share by Redis, as they were counted last; 0 without.',
      act: 'When it is less than were started, some do not reach Redis, or have another `REDIS_PREFIX`.',
    },
    { together: 'first' },
  ),
  plans: defined('plans', [], {
    help: 'Execution plans that are kept.',
    act: 'When it grows with the traffic, clients write values into their queries that belong into variables.',
  }),
} as const;

type Kind = 'counter' | 'histogram' | 'gauge';
/** All of them, in the order of the page. */
export const DEFINITIONS: readonly (Definition & { readonly kind: Kind })[] = [
  ...Object.values(COUNTERS).map((one) => ({ kind: 'counter' as const, ...one })),
  ...Object.values(HISTOGRAMS).map((one) => ({ kind: 'histogram' as const, ...one })),
  ...Object.values(GAUGES).map((one) => ({ kind: 'gauge' as const, ...one })),
];

/** The metrics as a Markdown table. */
export const metricsTable = (): string =>
  [
    '| Metric | Kind | By | What it says | What to do |',
    '| --- | --- | --- | --- | --- |',
    ...DEFINITIONS.map(
      ({ name, kind, labels, help, act }) =>
        `| \`${name}\` | ${kind} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} | ${act} |`,
    ),
  ].join('\n');
