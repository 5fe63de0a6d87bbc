import { ChurningMap } from '../../engine/churning-map.ts';

/** A queue that serves its owners in turn, and each owner's items in the order in which they came. */
export class FairQueue<T> {
  /** The owners in the order in which they are served next. */
  readonly #lines = new ChurningMap<object, T[]>();

  get size(): number {
    let size = 0;
    for (const line of this.#lines.values()) size += line.length;
    return size;
  }

  push(owner: object, item: T): void {
    const line = this.#lines.get(owner);
    if (line) line.push(item);
    else this.#lines.set(owner, [item]);
  }

  /** The item that is served next. */
  first(): T | undefined {
    return this.#lines.first()?.[0];
  }

  /** Takes an item out and lets its owner wait a round. False when it is not there any more. */
  serve(owner: object, item: T): boolean {
    const line = this.#lines.get(owner);
    if (!line || !this.remove(owner, item)) return false;
    if (this.#lines.delete(owner)) this.#lines.set(owner, line);
    return true;
  }

  /** Takes an item out whose owner has given up. False when it is not there any more. */
  remove(owner: object, item: T): boolean {
    const line = this.#lines.get(owner);
    const at = line?.indexOf(item) ?? -1;
    if (!line || at < 0) return false;
    line.splice(at, 1);
    if (line.length === 0) this.#lines.delete(owner);
    return true;
  }

  /** How many items would be served before one that this owner pushed now. */
  ahead(owner: object): number {
    const mine = this.#lines.get(owner)?.length ?? 0;
    let ahead = mine;
    let passed = mine === 0;
    for (const [other, line] of this.#lines) {
      if (other === owner) passed = true;
      else if (mine === 0) ahead += Math.min(line.length, 1);
      else ahead += Math.min(line.length, passed ? mine : mine + 1);
    }
    return ahead;
  }
}
