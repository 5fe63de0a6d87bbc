/** Zoom's rate limits as data, and which of them a call draws on (docs/zoom.md 2.1 and 2.2). */
import { type Endpoint, LABELS, type Label, paramsIn, productOf } from '../declare/endpoint.ts';
import type { ErrorKind } from '../errors/errors.ts';

export const PLANS = ['free', 'pro', 'business'] as const;
export type Plan = (typeof PLANS)[number];
type Product = 'core' | 'phone';
type Per = 'SECOND' | 'MINUTE' | 'DAY';

/** One limit that a call draws on. */
export interface RateLimit {
  /** Names the count; calls with the same key draw on the same count. */
  readonly key: string;
  readonly max: number;
  readonly per: Per;
  /** The kind of the error when it is spent. Only RATE_LIMIT is worth waiting for. */
  readonly kind: Extract<ErrorKind, 'RATE_LIMIT' | 'DAILY_LIMIT' | 'HOST_LIMIT'>;
  /** Of a rate: so many milliseconds after its sending Zoom has counted a call at the latest; COUNTED_WITHIN_MS, unless given. */
  readonly countedWithin?: number;
}
/**
 * Zoom counts a call at some moment between its sending and its answer. Of one whose answer is not there after so long, it is taken to
 * have counted it: its place would else be nobody's as long as Zoom works on it.
 */
export const COUNTED_WITHIN_MS = 1000;

/** How much is left of one limit. */
export interface BucketState {
  readonly product: Product;
  readonly labels: readonly Label[];
  readonly per: Per;
  /** How many calls the gateway allows itself: Zoom's limit times the share. */
  readonly limit: number;
  readonly remaining: number;
  /** When the first spent call comes back, or when Zoom's refusal ends; absent while nothing is spent. */
  readonly resetsAt?: Date;
}
export interface BudgetState {
  readonly plan: Plan;
  readonly buckets: readonly BucketState[];
  /** Calls that wait for their turn now. */
  readonly waiting: number;
}

/** Calls a second (a minute for RESOURCE_INTENSIVE), and where there is one, a day. `pool`: a day's HEAVY and RESOURCE_INTENSIVE together. */
interface Table {
  readonly rate: Readonly<Record<Label, number>>;
  readonly day?: Readonly<Record<Label, number>>;
  readonly pool?: number;
}

const phonePro: Table = { rate: { LIGHT: 20, MEDIUM: 10, HEAVY: 5, RESOURCE_INTENSIVE: 5 }, pool: 15_000 };
const TABLES: Readonly<Record<Plan, Readonly<Record<Product, Table>>>> = {
  free: {
    core: {
      rate: { LIGHT: 4, MEDIUM: 2, HEAVY: 1, RESOURCE_INTENSIVE: 10 },
      day: { LIGHT: 6000, MEDIUM: 2000, HEAVY: 1000, RESOURCE_INTENSIVE: 30_000 },
    },
    // Zoom names no numbers for Phone on Free; those of the smallest plan that has Phone are the safe reading.
    phone: phonePro,
  },
  pro: { core: { rate: { LIGHT: 30, MEDIUM: 20, HEAVY: 10, RESOURCE_INTENSIVE: 10 }, pool: 30_000 }, phone: phonePro },
  business: {
    core: { rate: { LIGHT: 80, MEDIUM: 60, HEAVY: 40, RESOURCE_INTENSIVE: 20 }, pool: 60_000 },
    phone: { rate: { LIGHT: 40, MEDIUM: 20, HEAVY: 10, RESOURCE_INTENSIVE: 10 }, pool: 30_000 },
  },
};
/** Creates and updates of meetings and webinars that one host has a UTC day (docs/zoom.md 2.2). */
export const PER_HOST = 100;

const POOLED: readonly Label[] = ['HEAVY', 'RESOURCE_INTENSIVE'];
const perOf = (label: Label): Per => (label === 'RESOURCE_INTENSIVE' ? 'MINUTE' : 'SECOND');

/** A label's limits. Where the plan sets none for the day, the day's is infinite: Zoom may still refuse by the day. */
export interface LabelLimits {
  readonly rate: RateLimit;
  readonly day: RateLimit;
}

/** The limits of every label of a plan, cut down to the share of them that may be used. */
export const rateLimitsOf = (
  plan: Plan,
  share: number,
  countedWithin?: number,
): Readonly<Record<Product, Readonly<Record<Label, LabelLimits>>>> => {
  const cut = (limit: number) => Math.max(1, Math.floor(limit * share));
  const rateLimits = (product: Product) => {
    const { rate, day, pool } = TABLES[plan][product];
    const of = (label: Label): LabelLimits => {
      const isPooled = pool !== undefined && POOLED.includes(label);
      const most = isPooled ? pool : (day?.[label] ?? Number.POSITIVE_INFINITY);
      return {
        rate: {
          key: `${product} ${label}`,
          max: cut(rate[label]),
          per: perOf(label),
          kind: 'RATE_LIMIT',
          ...(countedWithin !== undefined && { countedWithin }),
        },
        day: { key: `${product} day ${isPooled ? 'pool' : label}`, max: cut(most), per: 'DAY', kind: 'DAILY_LIMIT' },
      };
    };
    return Object.fromEntries(LABELS.map((label) => [label, of(label)])) as Record<Label, LabelLimits>;
  };
  return { core: rateLimits('core'), phone: rateLimits('phone') };
};

/** What the headers of an answer say of a day. */
export interface DayHeader {
  /** The label that they name, if any. */
  readonly label?: Label;
  readonly limit: number;
  readonly remaining: number;
}

/**
 * The day that an answer's headers are about: the host's where they stand at the host's limit, the label's where they stand at one that
 * Zoom has for it on any plan. Any other limit counts something else, such as the users that are created a day (docs/zoom.md 2.2).
 */
export const dayRule = (
  rateLimits: ReturnType<typeof rateLimitsOf>,
  endpoint: Endpoint,
  host: RateLimit | undefined,
  { limit, label = endpoint.limit }: DayHeader,
): RateLimit | undefined => {
  if (limit === host?.max) return host;
  const product = productOf(endpoint);
  const isLabels = Object.values(TABLES).some(
    ({ [product]: { day, pool } }) => day?.[label] === limit || (POOLED.includes(label) && pool === limit),
  );
  return isLabels ? rateLimits[product][label].day : undefined;
};

/** Every finite limit of a plan, each once, with the labels that draw on it. */
export const bucketsOf = (rateLimits: ReturnType<typeof rateLimitsOf>) => {
  const buckets = new Map<
    string,
    { rateLimit: RateLimit; product: Product; labels: Label[]; per: Per; limit: number }
  >();
  for (const product of ['core', 'phone'] as const)
    for (const label of LABELS)
      for (const rateLimit of Object.values(rateLimits[product][label]) as RateLimit[]) {
        const bucket = buckets.get(rateLimit.key) ?? {
          rateLimit,
          product,
          labels: [],
          per: rateLimit.per,
          limit: rateLimit.max,
        };
        bucket.labels.push(label);
        if (Number.isFinite(rateLimit.max)) buckets.set(rateLimit.key, bucket);
      }
  return [...buckets.values()];
};

/**
 * The host's daily limit that a write draws on. A meeting is created under its host; an update by meeting id does not say whose
 * meeting it is. Where nobody has told, those are counted by meeting, and Zoom's own refusal remains the last word. The share does not
 * apply: refusing early a write that Zoom would take serves nobody.
 */
export const hostLimit = (
  endpoint: Pick<Endpoint, 'perHost' | 'path'>,
  params: Readonly<Record<string, string | number>> = {},
  host?: string,
): RateLimit | undefined =>
  endpoint.perHost && {
    key: `host of ${host ?? hostedIn(endpoint, params)}`,
    max: PER_HOST,
    per: 'DAY',
    kind: 'HOST_LIMIT',
  };

/** What the path of such a write names: the host, or a meeting or webinar of theirs. */
export const hostedIn = (
  endpoint: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, string | number>>,
): string => {
  const name = paramsIn(endpoint).at(-1) ?? '';
  return `${name} ${params[name]}`;
};
/** The same of a host. */
export const hostNamed = (userId: string): string => `userId ${userId}`;

/** The label's limits among a plan's rules. */
export const limitsFor = (rateLimits: ReturnType<typeof rateLimitsOf>, endpoint: Endpoint): LabelLimits =>
  rateLimits[productOf(endpoint)][endpoint.limit];
