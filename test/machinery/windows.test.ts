import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayIn, daysAtOnce, isRangeOf, rangeOf, windowsOf } from '../../resolvers/windows.ts';
import type { Day } from '../../src/zoom/declare/days.ts';

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
    // Whatever clock Zoom counts days by, and whether `to` is inclusive for it or not.
    expect(begin <= plus(day, -1) && plus(day, 1) < end, `${day} of ${begin} to ${end}`).toBe(true);
  }
  for (const outside of [plus(from, -1), plus(to, 1)]) expect(parts.some((part) => part.owns(outside))).toBe(false);
  for (const { query } of parts) {
    const { from: begin = '', to: end = '' } = query;
    expect(begin < end && end <= plus(to, 2)).toBe(true);
    expect(length(begin, end)).toBeLessThanOrEqual(max);
    expect(end <= monthAfter(begin), `${begin} to ${end}`).toBe(true);
  }
  const begins = parts.map(({ query }) => query.from ?? '');
  expect(begins).toEqual([...begins].sort().reverse());
};

test('windows cover each day once, with those beside it, newest first, none longer than Zoom takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(3, 7, 28, 30, 31), fc.nat(800), fc.nat(800), (max, back, span) => {
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
  const [newest] = windowsOf({ days: 60, at: 'at' }, ['2026-01-01', '2026-03-28']);
  expect(newest?.query).toEqual({ from: '2026-03-01', to: '2026-03-30' });
});

test('four weeks are asked in one call, a month in two, a year in 14', () => {
  const callsFor = (from: Day, to: Day) => windowsOf({ days: 30, at: 'at' }, [from, to]).length;
  expect(callsFor('2026-11-01', '2026-11-28')).toBe(1);
  expect(callsFor('2026-11-01', '2026-11-30')).toBe(2);
  expect(callsFor('2026-10-01', '2026-10-31')).toBe(2);
  expect(callsFor('2025-11-21', NOW)).toBe(14);
});

test('what is asked stays the same when the day changes, and never reaches further than the day after tomorrow', () => {
  const before = windowsOf({ days: 30, at: 'at' }, ['2026-08-01', NOW]);
  vi.setSystemTime(Date.parse(`${plus(NOW, 1)}T00:00:01Z`));
  const after = windowsOf({ days: 30, at: 'at' }, ['2026-08-01', NOW]);
  expect(after.map(({ query }) => query)).toEqual(before.map(({ query }) => query));
  expect(before[0]?.query.to).toBe(plus(NOW, 2));
});

test('days that Zoom keeps no longer are not asked for beside those that are wanted', () => {
  const window = { days: 30, months: 6, at: 'at' };
  const oldest = (from: Day) => windowsOf(window, [from, NOW]).at(-1)?.query.from;
  expect(['2026-05-23', '2026-05-22', '2026-05-21', '2026-05-01'].map(oldest)).toEqual([
    '2026-05-22',
    '2026-05-21',
    '2026-05-21',
    '2026-05-01',
  ]);
});

test('where Zoom takes a single day, each is asked for by itself, and what it sends is of that', () => {
  const window = { days: 1, at: 'at', param: 'date' };
  const parts = windowsOf(window, [plus(NOW, -2), NOW]);
  expect(parts.map(({ query }) => query)).toEqual([{ date: NOW }, { date: plus(NOW, -1) }, { date: plus(NOW, -2) }]);
  expect(parts.every((part) => part.owns(plus(NOW, -9)))).toBe(true);
  expect(rangeOf(window, undefined, undefined)).toEqual([NOW, NOW]);
  expect(daysAtOnce(window)).toBe(1);
});

test('days of centuries before Zoom, and after it, cost no windows', () => {
  expect(rangeOf({ days: 30, at: 'at' }, '0001-01-01', undefined)).toEqual(['2011-01-01', NOW]);
  expect(rangeOf({ days: 30, at: 'at' }, '2026-11-01', '9998-12-31')).toEqual(['2026-11-01', NOW]);
  for (const to of ['0000-01-01', '0001-01-01', '1999-01-01', '2010-12-31'])
    for (const from of [undefined, '0001-01-01'])
      expect(() => rangeOf({ days: 30, at: 'at' }, from, to)).toThrow(
        `Zoom has nothing from before 2011-01-01: \`to\` must be later, and is ${to}.`,
      );
});

test('the range that is not asked for is that of one call, up to today', () => {
  const window = { days: 30, months: 6, at: 'at' };
  for (const to of [undefined, '2026-07-31', '2026-10-01', '2027-01-01']) {
    const range = rangeOf(window, undefined, to);
    expect(range[1]).toBe(to === undefined || to > NOW ? NOW : to);
    expect(windowsOf(window, range)).toHaveLength(1);
    expect(days(...range)).toHaveLength(daysAtOnce(window));
  }
  expect(rangeOf(window, undefined, undefined)).toEqual(['2026-10-25', NOW]);
  expect(rangeOf({ days: 3, at: 'at' }, undefined, undefined)).toEqual([NOW, NOW]);
});

test('a range is that of the days asked for, as it was made, or it is none', () => {
  const day = fc.integer({ min: -400, max: 40 }).map((ahead) => plus(NOW, ahead));
  const window = fc.constantFrom({ days: 30, months: 6, at: 'at' }, { days: 30, at: 'at' });
  fc.assert(
    fc.property(window, fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (window, from, to) => {
      const range = within(() => rangeOf(window, from, to));
      if (range) expect(isRangeOf(window, from, to, range)).toBe(true);
    }),
  );
  const forged: [Day | undefined, Day | undefined, readonly [Day, Day]][] = [
    [undefined, undefined, ['0001-01-01', '9998-12-31']],
    [undefined, undefined, ['2011-01-01', NOW]],
    [undefined, undefined, [NOW, '2026-10-25']],
    ['0001-01-01', undefined, ['0001-01-01', NOW]],
    ['2026-11-01', undefined, ['2026-10-31', NOW]],
    ['2026-11-01', undefined, ['2026-11-01', plus(NOW, 2)]],
    ['2026-11-01', '2026-11-10', ['2026-11-01', '2026-11-11']],
  ];
  for (const [from, to, range] of forged)
    expect(isRangeOf({ days: 30, at: 'at' }, from, to, range), range.join()).toBe(false);
  // No gateway has ever listed more than what Zoom keeps.
  expect(isRangeOf({ days: 30, months: 6, at: 'at' }, '2026-01-01', undefined, ['2026-01-01', NOW])).toBe(false);
});
const within = <T>(make: () => T): T | undefined => {
  try {
    return make();
  } catch (error) {
    expect(error).toMatchObject({ name: 'InputError' });
    return undefined;
  }
};

test('a value belongs to its day in UTC, or to the day that it names without a zone', () => {
  const days = (...values: unknown[]) => values.map(dayIn);
  expect(days('2026-10-01T23:30:00Z', '2026-10-01T23:30:00.123Z', '2026-10-01')).toEqual(Array(3).fill('2026-10-01'));
  expect(days('2026-10-01T23:30:00-08:00', '2026-10-01 23:30:00-0800')).toEqual(['2026-10-02', '2026-10-02']);
  expect(days('2026-10-01T00:30:00+14:00', '2026-10-01T00:30:00')).toEqual(['2026-09-30', '2026-10-01']);
  expect(days('2026-10-01 08:00:00', '2026-10-01T08:00:00[UTC]')).toEqual(['2026-10-01', '2026-10-01']);
  expect(days('', 'soon', '2026-13-01', '20261-01-01', null, undefined, 5, {}, [])).toEqual(Array(9).fill(undefined));
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
