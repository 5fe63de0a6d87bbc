import { expect, test } from 'vitest';
import { Abort } from '../../src/engine/abort.ts';
import { Gate } from '../../src/engine/gate.ts';

const job = () => {
  let end = (_: string) => {};
  let fail = (_: Error) => {};
  const done = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { done, end, fail };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('so many at once, the others in their order; whoever leaves, fails or ends makes room', async () => {
  const gate = new Gate(2);
  const begun: string[] = [];
  const jobs = new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [name, job()]));
  const signal = new Abort();
  const enter = (name: string, by?: Abort) =>
    gate.pass(async () => {
      begun.push(name);
      return jobs.get(name)?.done;
    }, by);
  const [a, b, c, d, e] = [enter('a'), enter('b'), enter('c'), enter('d', signal), enter('e')];
  await turn();
  expect(begun).toEqual(['a', 'b']);
  signal.abort(new Error('gone'));
  await expect(d).rejects.toThrow('gone');
  jobs.get('b')?.fail(new Error('broken'));
  await expect(b).rejects.toThrow('broken');
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
  jobs.get('a')?.end('A');
  expect(await a).toBe('A');
  await turn();
  expect(begun).toEqual(['a', 'b', 'c', 'e']);
  for (const name of ['c', 'e']) jobs.get(name)?.end(name);
  expect(await Promise.all([c, e])).toEqual(['c', 'e']);
  // All places are free again.
  expect(await Promise.all(['x', 'y'].map((name) => gate.pass(async () => name)))).toEqual(['x', 'y']);
  await expect(new Gate(0).pass(async () => 'never', signal)).rejects.toThrow('gone');
});
