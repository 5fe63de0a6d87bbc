/** The sandbox's clock, and lists by days over it: whatever it is, a client sees the days of UTC. */
import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/index.ts';
import { zoneOf } from '../../src/sandbox/zone.ts';
import type { Result } from '../run.ts';
import { startWorld } from '../world.ts';
import { DAY, NOW, zoomOf } from './harness.ts';

describe('a zone', () => {
  test.each([
    ['UTC', '2026-06-15T00:30:00Z', '2026-06-15'],
    ['America/Los_Angeles', '2026-06-15T00:30:00Z', '2026-06-14'],
    ['-12:00', '2026-06-15T11:59:59Z', '2026-06-14'],
    ['+14:00', '2026-06-15T10:00:00Z', '2026-06-16'],
    ['Asia/Kolkata', '2026-06-15T18:29:59Z', '2026-06-15'],
    ['Asia/Kolkata', '2026-06-15T18:30:00Z', '2026-06-16'],
  ])('%s has days of its own', (zone, at, day) => {
    expect(zoneOf(zone).dayOf(Date.parse(at))).toBe(day);
  });

  test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe', '-09:30'])(
    'the days of %s follow each other without a gap, also where the clocks change',
    (name) => {
      const { dayOf, startOf } = zoneOf(name);
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * 3_600_000) {
        const start = startOf(dayOf(at));
        expect(start).toBeLessThanOrEqual(at);
        expect([dayOf(start), dayOf(start - 1) < dayOf(start)]).toEqual([dayOf(at), true]);
      }
    },
  );

  test.each(['Mars/Base', '+25:00', '+9', ''])('%j is none', (name) => {
    expect(() => zoneOf(name)).toThrow(RangeError);
  });
});

test('a list holds what is of the days asked for, by the clock of the account', async () => {
  const daysBy = async (options: SandboxOptions) => {
    const zoom = await zoomOf(options);
    const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
    const { body } = await zoom.get(`/phone/call_logs?from=${day(9)}&to=${day(5)}&page_size=300`);
    await zoom.sandbox.close();
    const { dayOf } = zoneOf(options.zone ?? 'UTC');
    const days = body.call_logs.map(({ date_time }: { date_time: string }) => dayOf(Date.parse(date_time)));
    return [body.to, new Set(days).size, days.at(-1), days[0]];
  };
  for (const zone of ['UTC', '-08:00', 'Asia/Tokyo'])
    expect(await daysBy({ zone }), zone).toEqual(['2026-06-10', 5, '2026-06-06', '2026-06-10']);
  expect(await daysBy({ zone: '+14:00', isToExclusive: true })).toEqual(['2026-06-10', 4, '2026-06-06', '2026-06-09']);
});

const ALL = `query ($after: String, $first: Int!) {
  account { recordings(from: "2026-02-10", first: $first, after: $after) { ...Page nodes { uuid startTime } } }
}
fragment Page on RecordingConnection { pageInfo { hasNextPage endCursor } totalCount }`;
interface Found {
  account: {
    recordings: {
      nodes: { uuid: string; startTime: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number | null;
    };
  };
}

/** All recordings from a day on, in pages of so many. */
const recordingsOf = async (options: SandboxOptions, first: number) => {
  const world = await startWorld({ users: 40, now: () => NOW, ...options });
  const found: Found['account']['recordings']['nodes'] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Result<Found> = await world.run<Found>(ALL, { first, after });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo }: Found['account']['recordings'] = data!.account.recordings;
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  await world.close();
  return found;
};

test('the same recordings come from every clock, each once, in order, page by page', async () => {
  const wanted = await recordingsOf({}, 1000);
  expect(wanted.length).toBeGreaterThan(40);
  expect(wanted.at(-1)!.startTime >= '2026-02-10').toBe(true);
  for (const zone of ['-12:00', 'America/Los_Angeles', '+05:45', '+14:00'])
    for (const isToExclusive of [false, true])
      expect(await recordingsOf({ zone, isToExclusive }, 31), `${zone} ${isToExclusive}`).toEqual(wanted);
});
