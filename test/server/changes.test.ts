/** Several processes that tell each other what they write: none joins, shares or shows what is older, once a write is answered. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  ChangeHost,
  type ChangeNews,
  type ChangeOrder,
  type RemoteChanges,
  remoteChanges,
} from '../../src/zoom/client/changes.ts';
import { createClient, type Zoom } from '../../src/zoom/client/client.ts';
import { API, createUser, credentials, fakeZoom, getUser, OAUTH, turnOf, within } from '../fake-zoom.ts';
import { carry } from '../shared-counts.ts';

const fake = fakeZoom();
let host: ChangeHost;
const late = vi.fn();
beforeEach(() => {
  host = new ChangeHost();
  late.mockClear();
});

interface Process {
  readonly zoom: Zoom;
  readonly client: ReturnType<typeof createClient>;
  /** While it is busy, it hears nothing. */
  busy: boolean;
  readonly catchUp: () => void;
  readonly die: () => void;
}
/** One more process. */
const start = (): Process => {
  const held: ChangeOrder[] = [];
  const { hear, leave } = host.join((order) =>
    carry(order, (copy) => (process.busy ? void held.push(copy) : remote.take(copy))),
  );
  const remote: RemoteChanges = remoteChanges((news: ChangeNews) => carry(news, hear), late);
  const client = createClient({
    apiUrl: `${API}/v2`,
    oauthUrl: `${OAUTH}/oauth/token`,
    plan: 'pro',
    credentials,
    dispatcher: fake.agent,
    // Nobody answers here which account a token is of.
    callersByAccount: false,
    changes: remote,
  });
  const process: Process = {
    zoom: client.as(),
    client,
    busy: false,
    catchUp: () => held.forEach(remote.take),
    die: leave,
  };
  return process;
};
const read = (zoom: Zoom) => zoom.call(getUser, { path: { userId: 'a' } }, turnOf());
const write = (zoom: Zoom) => zoom.call(createUser, { body: {} }, turnOf());

test('a read begun after a write in another process joins none from before it', async () => {
  fake.mint();
  const [first, second] = [start(), start()];
  await within(1, Promise.resolve());
  fake.on('/users/a').reply(200, { id: 'old' }).delay(500);
  const before = read(second.zoom);
  await within(1, Promise.resolve());
  fake.on('/users', 'POST').reply(201, {});
  const { changes } = second.zoom;
  await write(first.zoom);
  expect(second.zoom.changes).not.toBe(changes);
  fake.on('/users/a').reply(200, { id: 'new' });
  expect(await read(second.zoom)).toEqual({ id: 'new' });
  expect(await within(500, before)).toEqual({ id: 'old' });
  expect(late).not.toHaveBeenCalled();
});

test('a write that failed is told as well: it may have acted', async () => {
  fake.mint();
  const [first, second] = [start(), start()];
  await within(1, Promise.resolve());
  const { changes } = second.zoom;
  fake.on('/users', 'POST').reply(500, {});
  await expect(write(first.zoom)).rejects.toThrow();
  expect(second.zoom.changes).not.toBe(changes);
});

test('what another credential wrote is nothing to this one', async () => {
  const [first, second] = [start(), start()];
  await within(1, Promise.resolve());
  const others = [second.zoom, second.client.as('other')];
  const before = others.map(({ changes }) => changes);
  fake.on('/users', 'POST').reply(201, {}).times(2);
  await write(first.client.as('third'));
  expect(others.map(({ changes }) => changes)).toEqual(before);
  const mine = second.client.as('third').changes;
  await write(first.client.as('third'));
  expect(second.client.as('third').changes).not.toBe(mine);
});

test('a process that is too busy holds a write up for two seconds at most, and hears of it later', async () => {
  fake.mint();
  const [first, second] = [start(), start()];
  await within(1, Promise.resolve());
  second.busy = true;
  const { changes } = second.zoom;
  fake.on('/users', 'POST').reply(201, {});
  let isAnswered = false;
  const writing = write(first.zoom).then(() => {
    isAnswered = true;
  });
  await within(1999, Promise.resolve());
  expect([isAnswered, late.mock.calls.length]).toEqual([false, 0]);
  await within(2, writing);
  expect([isAnswered, late.mock.calls.length, second.zoom.changes]).toEqual([true, 1, changes]);
  second.catchUp();
  expect(second.zoom.changes).not.toBe(changes);
});

test('a process that dies is not waited for, nor is one that has yet to start or is alone', async () => {
  fake.mint();
  const [first, second] = [start(), start()];
  await within(1, Promise.resolve());
  host.join(() => {
    throw new Error('It has not said that it hears.');
  });
  second.busy = true;
  fake.on('/users', 'POST').reply(201, {}).times(2);
  const writing = write(first.zoom);
  await within(10, Promise.resolve());
  second.die();
  await writing;
  await write(first.zoom);
  expect(late).not.toHaveBeenCalled();
});
