import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Day, rangeOf, windowsOf } from '../../resolvers/windows.ts';

const DAY = 86_400_000;
const NOW = '2026-11-21';
const plus = (day: Day, days: number): Day => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const length = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY;
/** The same day of the next month, or its last. */
const monthAfter = (day: Day): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
};
const days = (from: Day, to: Day): Day[] => Array.from({ length: length(from, to) + 1 }, (_, i) => plus(from, i));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${NOW}T15:00:00Z`) });
});
afterEach(() => {
  vi.useRealTimers();
});

const check = (max: number, from: Day, to: Day) => {
  const parts = windowsOf({ days: max, at: 'at' }, [from, to]);
  for (const day of days(from, to)) {
    const owners = parts.filter((part) => part.owns(day));
    expect(owners, day).toHaveLength(1);
    const { from: begin = '', to: end = '' } = owners[0]?.query ?? {};
    expect(begin <= day && day <= end).toBe(true);
    // A server for which `to` is not inclusive gives the day too, unless it is today.
    if (day < NOW) expect(day < end, `${day} of ${begin} to ${end}`).toBe(true);
  }
  for (const outside of [plus(from, -1), plus(to, 1)]) expect(parts.some((part) => part.owns(outside))).toBe(false);
  for (const { query } of parts) {
    const { from: begin = '', to: end = '' } = query;
    expect(begin <= end && end <= NOW).toBe(true);
    expect(length(begin, end)).toBeLessThanOrEqual(max);
    expect(end <= monthAfter(begin), `${begin} to ${end}`).toBe(true);
  }
  const begins = parts.map(({ query }) => query.from ?? '');
  expect(begins).toEqual([...begins].sort().reverse());
};

test('windows cover each day once, newest first, none longer than Zoom takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 7, 28, 30, 31), fc.nat(800), fc.nat(800), (max, back, span) => {
      const to = plus(NOW, -back);
      check(max, plus(to, -span), to);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['2024-02-01', '2024-03-31'],
  ['2024-02-29', '2024-02-29'],
  ['2023-01-31', '2023-03-31'],
  ['2023-12-31', '2024-03-01'],
  ['2025-11-21', '2026-11-21'],
])('windows from %s to %s', (from, to) => {
  check(30, from, to);
  check(31, from, to);
});

test('a window that is given more days than a month has stops at the calendar month', () => {
  const [newest] = windowsOf({ days: 60, at: 'at' }, ['2026-01-01', '2026-03-30']);
  expect(newest?.query).toEqual({ from: '2026-03-01', to: '2026-03-31' });
});

test('the borders stay where they are when the day changes', () => {
  const before = windowsOf({ days: 30, at: 'at' }, ['2026-08-01', NOW]);
  vi.setSystemTime(Date.parse(`${plus(NOW, 1)}T00:00:01Z`));
  const after = windowsOf({ days: 30, at: 'at' }, ['2026-08-01', NOW]);
  expect(after.map(({ query }) => query.from)).toEqual(before.map(({ query }) => query.from));
  expect(before[0]?.query.to).toBe(NOW);
  expect(after[0]?.query.to).toBe(plus(NOW, 1));
});

test('windows of centuries before Zoom come to an end', () => {
  expect(windowsOf({ days: 30, at: 'at' }, ['0001-01-01', '0102-01-01']).length).toBeGreaterThan(1000);
  expect(rangeOf({ days: 30, at: 'at' }, '0050-01-01', undefined)).toEqual(['2011-01-01', NOW]);
  expect(rangeOf({ days: 30, at: 'at' }, '0050-01-01', '1999-01-01')).toEqual(['1999-01-01', '1999-01-01']);
});

test('the range that is not asked for is that of one call, up to today', () => {
  const window = { days: 30, months: 6, at: 'at' };
  for (const to of [undefined, '2026-07-31', '2026-10-01', '2027-01-01']) {
    const range = rangeOf(window, undefined, to);
    expect(range[1]).toBe(to === undefined || to > NOW ? NOW : to);
    expect(windowsOf(window, range)).toHaveLength(1);
  }
  expect(rangeOf(window, undefined, undefined)).toEqual(['2026-10-23', NOW]);
  expect(rangeOf({ days: 1, at: 'at' }, undefined, undefined)).toEqual([NOW, NOW]);
});

test('what lies beyond the look-back limit is an error that names it', () => {
  const window = { days: 30, months: 6, at: 'at' };
  expect(rangeOf(window, '2026-05-21', undefined)).toEqual(['2026-05-21', NOW]);
  expect(() => rangeOf(window, '2026-05-20', undefined)).toThrow(/6 months.*2026-05-21 or later.*2026-05-20/);
  vi.setSystemTime(Date.parse('2026-08-31T00:00:00Z'));
  expect(() => rangeOf(window, '2026-02-27', undefined)).toThrow(/2026-02-28 or later/);
  vi.setSystemTime(Date.parse('2024-08-31T00:00:00Z'));
  expect(rangeOf(window, '2024-02-29', undefined)[0]).toBe('2024-02-29');
});

test('a range that ends before it begins is refused', () => {
  const window = { days: 30, at: 'at' };
  expect(() => rangeOf(window, '2026-10-02', '2026-10-01')).toThrow('`from` (2026-10-02) is after `to` (2026-10-01).');
  expect(() => rangeOf(window, '2026-11-22', undefined)).toThrow(`\`from\` (2026-11-22) is after today (${NOW}).`);
  expect(() => rangeOf(window, '2026-11-23', '2026-11-24')).toThrow(/after today/);
  expect(() => rangeOf(window, '2026-10-02', '2026-10-01')).toThrow(
    expect.objectContaining({ name: 'InputError', code: 'BAD_USER_INPUT' }),
  );
});
