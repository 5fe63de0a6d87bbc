import { expect, test, vi } from 'vitest';
import { Abort, type Signal } from '../../src/engine/abort.ts';

/** Node's own, which everybody who takes a `Signal` may be given instead. */
class NodeAbort {
  readonly #controller = new AbortController();
  readonly signal: Signal = this.#controller.signal;
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }
}
class OwnAbort {
  readonly signal = new Abort();
  abort(reason: unknown): void {
    this.signal.abort(reason);
  }
}

test.each([
  ['ours', OwnAbort],
  ['Node’s', NodeAbort],
])('%s tells every listener once, with the first reason', (_, Kind) => {
  const giving = new Kind();
  const { signal } = giving;
  const told: string[] = [];
  const gone = vi.fn();
  const twice = () => told.push('twice');
  signal.addEventListener('abort', () => told.push(`first: ${signal.reason}`));
  signal.addEventListener('abort', gone);
  signal.addEventListener('abort', twice);
  signal.addEventListener('abort', twice);
  signal.addEventListener('abort', () => told.push(`once: ${signal.aborted}`), { once: true });
  signal.removeEventListener('abort', gone);
  signal.removeEventListener('abort', () => {});
  expect([signal.aborted, signal.reason, told]).toEqual([false, undefined, []]);

  giving.abort('enough');
  giving.abort('again');
  expect([signal.aborted, signal.reason]).toEqual([true, 'enough']);
  expect(told).toEqual(['first: enough', 'twice', 'once: true']);
  expect(gone).not.toHaveBeenCalled();
});

test.each([
  ['ours', OwnAbort],
  ['Node’s', NodeAbort],
])('%s tells nobody who comes when all is over', (_, Kind) => {
  const giving = new Kind();
  giving.abort('enough');
  const late = vi.fn();
  giving.signal.addEventListener('abort', late);
  giving.abort('again');
  expect(late).not.toHaveBeenCalled();
});

test.each([
  ['ours', OwnAbort],
  ['Node’s', NodeAbort],
])('%s leaves out a listener that another has taken away meanwhile', (_, Kind) => {
  const giving = new Kind();
  const { signal } = giving;
  const second = vi.fn();
  signal.addEventListener('abort', () => signal.removeEventListener('abort', second));
  signal.addEventListener('abort', second);
  giving.abort('enough');
  expect(second).not.toHaveBeenCalled();
});

test('a signal without listeners aborts', () => {
  const signal = new Abort();
  signal.removeEventListener('abort', () => {});
  signal.abort(undefined);
  expect([signal.aborted, signal.reason]).toEqual([true, undefined]);
});
