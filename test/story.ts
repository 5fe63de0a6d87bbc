/** What becomes of a thing from its beginning to its end, through GraphQL alone. */
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { startWorld, type World } from './world.ts';

export const START = Date.parse('2026-03-02T09:00:00Z');

/** The text of a mutation that takes one input. */
export const mutation = (name: string, payload: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payload} } }`;

/** A world for a file's stories, which begin at START. */
export const story = () => {
  let world: World;
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    // Limits are the business of other tests.
    world = await startWorld({ users: 6, hasRates: false }, { share: 1000 });
  });
  afterAll(async () => {
    vi.useRealTimers();
    await world.close();
  });

  const run = (text: string, variables?: object) => world.run<Record<string, unknown>>(text, variables);
  /** The first field of an answer without errors. */
  // biome-ignore lint/suspicious/noExplicitAny: what is asked for stands beside what is expected.
  const ask = async (text: string, variables?: object): Promise<any> => {
    const { data, errors } = await run(text, variables);
    expect(errors).toBeUndefined();
    const [value] = Object.values(data ?? {});
    return value;
  };
  /** The payload of a mutation that Zoom does not refuse. */
  const write = (name: string, input: object, payload = '__typename') => ask(mutation(name, payload), { input });
  return { run, ask, write, advance: (ms: number) => world.sandbox.advance(ms) };
};
