/** The end that keeps the counts which other processes ask for (remote-counter.ts). */
import type { Counter, Taken } from './counter.ts';
import type { Rule } from './limits.ts';
import { type Answer, type Ask, batched, type LeftOf, type Took } from './remote-counter.ts';

/**
 * Serves one process: gives what takes its messages, and sends the answers. `counterFor` has a credential's counter, the same
 * for all processes. When the process is gone, the places that it held run out by themselves.
 */
export const hostCounters = (
  counterFor: (key: string) => Counter,
  send: (answers: readonly Answer[]) => void,
): ((asks: readonly Ask[]) => void) => {
  /** The calls that went out and of which more may be told. */
  const open = new Map<number, Taken>();
  const answer = batched(send);

  const take = async (id: number, counter: Counter, rules: readonly Rule[]): Promise<Took> => {
    const took = await counter.take(rules);
    if ('spent' in took) return { ...took, ready: placesOf(counter, took.spent.rule) };
    open.set(id, took.taken);
    return { taken: true };
  };

  const left = async (counter: Counter, rule: Rule): Promise<LeftOf> => ({
    ...(await counter.left(rule)),
    ready: placesOf(counter, rule),
  });

  const hear = async (ask: Ask): Promise<void> => {
    switch (ask.ask) {
      case 'take':
        return answer({ id: ask.id, gives: await take(ask.id, counterFor(ask.key), ask.rules) });
      case 'left':
        return answer({ id: ask.id, gives: await left(counterFor(ask.key), ask.rule) });
      case 'block':
        return counterFor(ask.key).block(ask.rule, ask.until);
      case 'learn':
        return counterFor(ask.key).learn(ask.rule, ask.remaining);
      case 'giveBack':
        return open.get(ask.id)?.giveBack(ask.rule);
      case 'done':
        return void open.delete(ask.id);
      default:
        return open.get(ask.id)?.[ask.ask]();
    }
  };
  return (asks) => {
    for (const ask of asks) void hear(ask);
  };
};

/** When the places of a rate come free, or are. */
const placesOf = (counter: Counter, rule: Rule): number[] =>
  rule.per === 'DAY' ? [] : Array.from({ length: rule.max }, (_, ahead) => counter.readyAt(rule, ahead));
