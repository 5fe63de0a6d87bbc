/** Writes of which replicas tell each other through Redis. */
import { expect, test } from 'vitest';
import { redisChanges } from '../../src/zoom/client/redis-changes.ts';
import { redisFor, untilUp } from '../redis.ts';

/** So many replicas that listen, and what each was told to forget. */
const replicas = async (count: number) => {
  const { server, connect } = await redisFor();
  const late: number[] = [];
  const all = await Promise.all(
    Array.from({ length: count }, async (_, nth) => {
      const redis = await connect();
      const forgotten: (string | undefined)[] = [];
      const changes = redisChanges(redis, `replica ${nth}`, () => late.push(nth), 10_000);
      const heard = new Promise<void>((resolve) =>
        changes.hear((key) => {
          forgotten.push(key);
          resolve();
        }),
      );
      return { redis, changes, forgotten, heard };
    }),
  );
  const [first] = all;
  for (const nth of all.keys()) {
    const channel = first?.redis.channel(`heard:replica ${nth}`) ?? '';
    while ((await first?.redis.ask((client) => client.pubSubNumSub(channel)))?.[channel] !== 1);
  }
  return { server, all, late };
};

test('when a write is answered, all others have forgotten', async () => {
  const { all, late } = await replicas(3);
  await all[0]?.changes.tell('credential');
  expect(all.map(({ forgotten }) => forgotten)).toEqual([[], ['credential'], ['credential']]);
  await Promise.all(all.map(({ changes }, nth) => changes.tell(`of ${nth}`)));
  expect(all[1]?.forgotten.slice(1).sort()).toEqual(['of 0', 'of 2']);
  expect(late).toEqual([]);
});

test('without Redis a write is answered all the same, and who could not listen forgets everything', async () => {
  const { server, all } = await replicas(2);
  await server.kill();
  await Promise.all(all.map(({ redis }) => untilUp(redis, false)));
  await all[0]?.changes.tell('credential');
  expect(all.map(({ forgotten }) => forgotten)).toEqual([[], []]);
  await server.start();
  await Promise.all(all.map(({ heard }) => heard));
  expect(all.map(({ forgotten }) => forgotten)).toEqual([[undefined], [undefined]]);
});

test('a Redis that is frozen holds a write up no longer than the patience with it', async () => {
  const { server, all } = await replicas(2);
  server.freeze();
  await all[0]?.changes.tell('credential');
  for (const { redis } of all.slice(0, 1)) await untilUp(redis, false);
  server.thaw();
});
