/** Zoom's rate limits as tables, and the count of what was spent (docs/zoom.md 2.1 to 2.3). */
import { type Endpoint, type Label, productOf } from '../zoom/declare/endpoint.ts';
import { DAY, MINUTE, midnight, SECOND } from './clock.ts';
import { Refusal } from './refusal.ts';
import { instant } from './seeded.ts';

export type Plan = 'free' | 'pro' | 'business';

/** How many calls of a label a second, minute and day take; `pool` is the day's pool of HEAVY and RESOURCE_INTENSIVE. */
interface Allowance {
  readonly second?: number;
  readonly minute?: number;
  readonly day?: number;
}
type Table = Readonly<Record<Label, Allowance>> & { readonly pool?: number };

const phonePro: Table = {
  LIGHT: { second: 20 },
  MEDIUM: { second: 10 },
  HEAVY: { second: 5 },
  RESOURCE_INTENSIVE: { minute: 5 },
  pool: 15_000,
};
const TABLES: Readonly<Record<Plan, Readonly<Record<'core' | 'phone', Table>>>> = {
  free: {
    core: {
      LIGHT: { second: 4, day: 6000 },
      MEDIUM: { second: 2, day: 2000 },
      HEAVY: { second: 1, day: 1000 },
      RESOURCE_INTENSIVE: { minute: 10, day: 30_000 },
    },
    phone: phonePro,
  },
  pro: {
    core: {
      LIGHT: { second: 30 },
      MEDIUM: { second: 20 },
      HEAVY: { second: 10 },
      RESOURCE_INTENSIVE: { minute: 10 },
      pool: 30_000,
    },
    phone: phonePro,
  },
  business: {
    core: {
      LIGHT: { second: 80 },
      MEDIUM: { second: 60 },
      HEAVY: { second: 40 },
      RESOURCE_INTENSIVE: { minute: 20 },
      pool: 60_000,
    },
    phone: {
      LIGHT: { second: 40 },
      MEDIUM: { second: 20 },
      HEAVY: { second: 10 },
      RESOURCE_INTENSIVE: { minute: 10 },
      pool: 30_000,
    },
  },
};
/** What can be done only so often a UTC day, and how that is refused: to "meeting email", of whom the last word. */
const DAILY = {
  host: [
    100,
    'You have exceeded the daily rate limit of (%) Meeting Create/Update API requests permitted for this particular user. You can resume these requests at GMT 00:00:00.',
  ],
  groups: [100, 'You have exceeded the daily limit of Create a Group requests.'],
  invitations: [
    { free: 50, pro: 1500, business: 10_000 },
    'You have exceeded the daily limit of user invite requests permitted for this account.',
  ],
  registrations: [
    3,
    'You have exceeded the daily rate limit (%) of Add meeting registrant API requests for registrant @.',
  ],
  'registrant updates': [
    10,
    'You have exceeded the daily rate limit (%) of Update meeting registrant status API requests for registrant @.',
  ],
} as const satisfies Readonly<Record<string, readonly [number | Readonly<Record<Plan, number>>, string]>>;
export type Daily = keyof typeof DAILY;

const CATEGORIES: Readonly<Record<Label, string>> = {
  LIGHT: 'Light',
  MEDIUM: 'Medium',
  HEAVY: 'Heavy',
  RESOURCE_INTENSIVE: 'Resource-intensive',
};

const headersOf = (label: Label, type: 'QPS' | 'Daily-limit', limit: number, remaining: number) => ({
  'X-RateLimit-Category': CATEGORIES[label],
  'X-RateLimit-Type': type,
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(remaining),
});

const perSecond = (label: Label, limit: number) =>
  new Refusal(429, 429, 'You have reached the maximum per-second rate limit for this API. Try again later.', {
    headers: headersOf(label, 'QPS', limit, 0),
  });
const perDay = (label: Label, limit: number, now: number) =>
  new Refusal(
    429,
    429,
    'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
    { headers: { ...headersOf(label, 'Daily-limit', limit, 0), 'Retry-After': instant(midnight(now) + DAY) } },
  );

/** The 429s that a fault sends without anything having been spent. */
export const refusals = {
  second: (label: Label) => perSecond(label, 1),
  day: (label: Label, now: number) => perDay(label, 1, now),
  concurrent: () =>
    new Refusal(429, 429, 'Too many concurrent requests. A request to this resource is already being made.'),
};

export interface Limits {
  /** Spends one call of an endpoint; the headers of the answer. Throws Zoom's 429 where there is none left. */
  spend(endpoint: Endpoint): Record<string, string>;
  /** Spends one of what can be done so often a UTC day, by whom it is counted; the headers that tell what remains. */
  spendDaily(what: Daily, whom?: string): Record<string, string>;
  reset(): void;
}

/**
 * A strict sliding window: at no instant do the last second's (minute's) calls exceed the limit. Without rates only what one may do a day is
 * counted.
 */
export const limitsOf = (plan: Plan, now: () => number, hasRates = true): Limits => {
  const recent = new Map<string, number[]>();
  const daily = new Map<string, { day: number; spent: number }>();
  const today = (what: string) => {
    const day = midnight(now());
    const count = daily.get(what);
    if (count?.day === day) return count;
    const fresh = { day, spent: 0 };
    daily.set(what, fresh);
    return fresh;
  };

  return {
    spend(endpoint) {
      const { limit: label } = endpoint;
      const product = productOf(endpoint);
      const table = TABLES[plan][product];
      const allowed = table[label];
      const at = now();

      const span = allowed.second === undefined ? MINUTE : SECOND;
      const most = allowed.second ?? allowed.minute ?? Number.POSITIVE_INFINITY;
      if (!hasRates) return headersOf(label, 'QPS', most, most);
      const name = `${product} ${label}`;
      const times = (recent.get(name) ?? []).filter((t) => t > at - span && t <= at);
      recent.set(name, times);

      const pooled = table.pool !== undefined && (label === 'HEAVY' || label === 'RESOURCE_INTENSIVE');
      const aDay = pooled ? table.pool : allowed.day;
      const count = aDay === undefined ? undefined : today(pooled ? `${product} pool` : name);
      if (aDay !== undefined && count && count.spent >= aDay) throw perDay(label, aDay, at);
      if (times.length >= most) throw perSecond(label, most);

      times.push(at);
      if (aDay === undefined || !count) return headersOf(label, 'QPS', most, most - times.length);
      count.spent++;
      return headersOf(label, 'Daily-limit', aDay, aDay - count.spent);
    },
    spendDaily(what, whom = '') {
      const [allowed, message] = DAILY[what];
      const most = typeof allowed === 'number' ? allowed : allowed[plan];
      const count = today(`${what} of ${whom}`);
      const words = message.replace('%', String(most)).replace('@', whom.split(' ').at(-1) ?? '');
      if (count.spent >= most) throw new Refusal(429, 429, words);
      count.spent++;
      return { 'X-RateLimit-Limit': String(most), 'X-RateLimit-Remaining': String(most - count.spent) };
    },
    reset() {
      recent.clear();
      daily.clear();
    },
  };
};
