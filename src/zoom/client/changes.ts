/**
 * Writes of which several processes tell each other, so that none shows what another has changed. Both ends are here: the process
 * that writes or hears of it, and the one between them that passes it on.
 */

/** How a client tells other processes of a write, and hears of theirs. */
export interface Changes {
  /** Resolves when all have heard that this credential has written, or have had their time to. */
  tell(key: string): Promise<void>;
  /** `forget` drops all that is known of a credential by then; of all, where it is not known what others wrote. */
  hear(forget: (key?: string) => void): void;
}

/** What a process says: it hears from now on; it has written; it has forgotten. `id` names the write among its own, or the host's. */
export type ChangeNews =
  | { readonly hears: true }
  | { readonly wrote: string; readonly id: number }
  | { readonly forgot: number };
/** What it is told: to forget; all have forgotten. */
export type ChangeOrder = { readonly forget: string; readonly id: number } | { readonly heard: number };

/** A process that does not answer is not waited for any longer: it hears when it comes to it. */
export const PATIENCE_MS = 2000;

export interface RemoteChanges extends Changes {
  /** Takes what the host orders. */
  readonly take: (order: ChangeOrder) => void;
}

/** The end that writes and hears. `onLate` is told of each write that was answered before all had heard of it. */
export const remoteChanges = (send: (news: ChangeNews) => void, onLate: () => void): RemoteChanges => {
  const waiting = new Map<number, () => void>();
  let forget: (key?: string) => void = () => {};
  let lastId = 0;
  send({ hears: true });
  return {
    tell: (wrote) =>
      new Promise((resolve) => {
        const id = ++lastId;
        const end = () => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve();
        };
        const timer = setTimeout(() => {
          onLate();
          end();
        }, PATIENCE_MS);
        waiting.set(id, end);
        send({ wrote, id });
      }),
    hear: (how) => {
      forget = how;
    },
    take: (order) => {
      if ('heard' in order) return waiting.get(order.heard)?.();
      forget(order.forget);
      send({ forgot: order.id });
    },
  };
};

interface Hearer {
  readonly send: (order: ChangeOrder) => void;
  /** What it is to do when it has forgotten, or is gone, by the host's id of the write. */
  readonly owes: Map<number, () => void>;
}

/** The end that passes on what one process says to all others. */
export class ChangeHost {
  readonly #hearers = new Set<Hearer>();
  #lastId = 0;

  /** Serves one process: gives what takes its news, and what is to be called when it is gone. */
  join(send: (order: ChangeOrder) => void): { readonly hear: (news: ChangeNews) => void; readonly leave: () => void } {
    const hearer: Hearer = { send, owes: new Map() };
    return {
      hear: (news) => {
        if ('hears' in news) this.#hearers.add(hearer);
        else if ('wrote' in news) this.#pass(hearer, news.wrote, news.id);
        else hearer.owes.get(news.forgot)?.();
      },
      leave: () => {
        this.#hearers.delete(hearer);
        for (const settle of [...hearer.owes.values()]) settle();
      },
    };
  }

  #pass(writer: Hearer, key: string, writersId: number): void {
    const id = ++this.#lastId;
    const others = [...this.#hearers].filter((one) => one !== writer);
    let left = others.length;
    const heard = () => writer.send({ heard: writersId });
    if (left === 0) heard();
    for (const { send, owes } of others) {
      owes.set(id, () => {
        owes.delete(id);
        if (--left === 0) heard();
      });
      send({ forget: key, id });
    }
  }
}
