/** What events say has changed is not shown from what was kept. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FAMILIES } from '../../src/zoom/api/events/index.ts';
import { dropsBy, isChange, LAG_MS } from '../../src/zoom/client/event-drops.ts';
import { eventIn, type ZoomEvent } from '../../src/zoom/events/event.ts';
import { stub } from '../stub.ts';
import { bodyOf } from './hearing.ts';

const eventOf = (name: string, account_id = 'account'): ZoomEvent =>
  eventIn(bodyOf(name, { id: '1' }, { payload: { account_id } })) ?? expect.fail();

describe('an event', () => {
  test('drops what is kept of answers, and what requests share', async () => {
    const table = { 'GET /groups': { groups: [{ id: 'g1', name: 'Sales' }] } };
    const { run, calls, client } = stub(table, { keep: { seconds: 60, closedSeconds: 60 } });
    const drops = dropsBy(client);
    const ask = () => run('{ groups { nodes { name } } }');
    await ask();
    expect(calls.splice(0)).toEqual(['GET /groups']);
    await ask();
    await drops.hear(eventOf('phone.callee_ringing'));
    await ask();
    expect(calls).toEqual([]);
    await drops.hear(eventOf('group.updated'));
    await ask();
    expect(calls).toEqual(['GET /groups']);
    drops.close();
  });

  test('which nobody has declared drops it as well', () => {
    expect(isChange({ event: 'whiteboard.created' })).toBe(true);
  });

  test('changes what has a source in REST, or nothing', () => {
    for (const { name, changes, changesNothing = [], events } of FAMILIES) {
      for (const { get, foundIn } of changes) expect(get ?? foundIn[0], name).toBeDefined();
      expect(Object.keys(events), name).toEqual(expect.arrayContaining([...changesNothing]));
    }
  });
});

describe('Zoom’s lists lag behind', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const dropping = () => {
    const dropped: (string | undefined)[] = [];
    const drops = dropsBy({ changed: async (accountId) => void dropped.push(accountId) });
    return { dropped, drops };
  };

  test('so that all is dropped once more', async () => {
    const { dropped, drops } = dropping();
    await drops.hear(eventOf('user.updated'));
    expect(dropped).toEqual(['account']);
    await vi.advanceTimersByTimeAsync(LAG_MS - 1);
    expect(dropped).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(dropped).toEqual(['account', 'account']);
    await vi.advanceTimersByTimeAsync(10 * LAG_MS);
    expect(dropped).toHaveLength(2);
  });

  test('once for many events, the last of them too', async () => {
    const { dropped, drops } = dropping();
    for (let nth = 0; nth < 10; nth++) {
      await drops.hear(eventOf('user.updated'));
      await vi.advanceTimersByTimeAsync(LAG_MS / 10);
    }
    // The first has had its time; the last, half a second ago, not yet.
    expect(dropped).toHaveLength(11);
    await vi.advanceTimersByTimeAsync(LAG_MS);
    expect(dropped).toHaveLength(12);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('for each account by itself, until nobody cares', async () => {
    const { dropped, drops } = dropping();
    await drops.hear(eventOf('user.updated'));
    await drops.hear(eventOf('user.updated', 'other'));
    expect(dropped).toEqual(['account', 'other']);
    drops.close();
    await vi.advanceTimersByTimeAsync(LAG_MS);
    expect(dropped).toHaveLength(2);
  });
});
