/** The end that keeps the counts which other processes ask for (remote-counter.ts). */
import type { Counter, Taken } from './counter.ts';
import type { Rule } from './limits.ts';
import { type Answer, type Ask, batched, type LeftOf, type Took } from './remote-counter.ts';

/** A credential's counter, by its `Zoom.key`: the same for all processes. */
export interface HostedCounters {
  of(key: string): Counter;
  /** Zoom took the credential's token. */
  accept(key: string, counter: Counter): void;
}

/**
 * Serves one process: gives what takes its messages, and sends the answers. When the process is gone, the places that it held run out by themselves.
 */
export const hostCounters = (
  counters: HostedCounters,
  send: (answers: readonly Answer[]) => void,
): ((asks: readonly Ask[]) => void) => {
  /** The calls that went out and of which more may be told. */
  const open = new Map<number, { readonly taken: Taken; readonly key: string; readonly counter: Counter }>();
  const answer = batched(send);

  const take = async (id: number, key: string, rules: readonly Rule[]): Promise<Took> => {
    const counter = counters.of(key);
    const took = await counter.take(rules);
    if ('spent' in took) return { ...took, ready: placesOf(counter, took.spent.rule) };
    open.set(id, { taken: took.taken, key, counter });
    return { taken: true };
  };

  const left = async (counter: Counter, rule: Rule): Promise<LeftOf> => ({
    ...(await counter.left(rule)),
    ready: placesOf(counter, rule),
  });

  const done = (id: number, isAccepted: boolean): void => {
    const call = open.get(id);
    if (call && isAccepted) counters.accept(call.key, call.counter);
    open.delete(id);
  };

  const hear = async (ask: Ask): Promise<void> => {
    switch (ask.ask) {
      case 'take':
        return answer({ id: ask.id, gives: await take(ask.id, ask.key, ask.rules) });
      case 'left':
        return answer({ id: ask.id, gives: await left(counters.of(ask.key), ask.rule) });
      case 'block':
        return counters.of(ask.key).block(ask.rule, ask.until);
      case 'learn':
        return counters.of(ask.key).learn(ask.rule, ask.remaining);
      case 'giveBack':
        return open.get(ask.id)?.taken.giveBack(ask.rule);
      case 'done':
        return done(ask.id, ask.isAccepted);
      default:
        return open.get(ask.id)?.taken[ask.ask]();
    }
  };
  return (asks) => {
    for (const ask of asks) void hear(ask);
  };
};

/** When the places of a rate come free, or are. */
const placesOf = (counter: Counter, rule: Rule): number[] =>
  rule.per === 'DAY' ? [] : Array.from({ length: rule.max }, (_, ahead) => counter.readyAt(rule, ahead));
