/** The table of docs/capacity.md: what the limits of one account allow, by plan. */
import { operations } from '../src/zoom/api/index.ts';
import { type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { limitsFor, PLANS, type Plan, rateLimitsOf } from '../src/zoom/rate-limit/tables.ts';

/** What is got, by which operation; of a list so many items a call as its pages hold. */
const ROWS: readonly (readonly [what: string, operation: string])[] = [
  ['users, listed', 'GET /users'],
  ['users, each with all that Zoom has of it', 'GET /users/{userId}'],
  ['users, each with its settings', 'GET /users/{userId}/settings'],
  ['hosts of whom a page of meetings is listed', 'GET /users/{userId}/meetings'],
  ['meetings, each with its settings', 'GET /meetings/{meetingId}'],
  ['meetings that are created', 'POST /users/{userId}/meetings'],
  ['registrants, listed', 'GET /meetings/{meetingId}/registrants'],
  ['hosts of whom a page of recordings is listed', 'GET /users/{userId}/recordings'],
  ['reports on a host’s ended meetings', 'GET /report/users/{userId}/meetings'],
  ['participants in reports', 'GET /report/meetings/{meetingId}/participants'],
  ['meetings in the dashboard', 'GET /metrics/meetings'],
  ['calls in the history of Zoom Phone', 'GET /phone/call_history'],
  ['phone users, listed', 'GET /phone/users'],
];
/** Of these a call gives one thing, though it may hold a page of others. */
const isPerCall = (what: string): boolean => /^(hosts|reports)\b/.test(what);

const MINUTES_A_DAY = 1440;
const SECONDS_A_MINUTE = 60;

const number = (value: number): string => value.toLocaleString('en-US');

/** What the limits of a plan allow of an operation if nothing else is called; the day is told where it is what bounds. */
const cellOf = (plan: Plan, endpoint: Endpoint, items: number): string => {
  const { rate, day } = limitsFor(rateLimitsOf(plan, 1), endpoint);
  const aMinute = rate.per === 'SECOND' ? rate.max * SECONDS_A_MINUTE : rate.max;
  const isBoundByDay = day.max < aMinute * MINUTES_A_DAY;
  return `${number(aMinute * items)} a minute${isBoundByDay ? `, ${number(day.max * items)} a day` : ''}`;
};

export const capacityTable = (): string => {
  const declared = new Map(operations.map((endpoint) => [nameOf(endpoint), endpoint]));
  const rows = ROWS.map(([what, name]) => {
    const endpoint = declared.get(name);
    if (!endpoint) throw new Error(`No operation is called ${name}.`);
    const { paging, items, limit } = endpoint;
    const each = items !== undefined && paging && paging.by !== 'whole' && !isPerCall(what) ? paging.max : 1;
    return [what, `\`${name}\``, limit, ...PLANS.map((plan) => cellOf(plan, endpoint, each))];
  });
  const head = ['of one account', 'by', 'label', ...PLANS];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
