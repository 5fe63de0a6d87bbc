/**
 * A map whose entries come and go all the time. V8 links each table that a Map outgrows, or clears, to the one that takes its place: once
 * a table has grown old, it keeps all later ones, and what was in them, until the next full collection. So another Map takes over now and
 * then, to which nothing leads but this.
 */
export class ChurningMap<K, V> {
  #map = new Map<K, V>();
  #deleted = 0;

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  set(key: K, value: V): void {
    this.#map.set(key, value);
  }

  delete(key: K): boolean {
    const wasThere = this.#map.delete(key);
    if (wasThere) this.#deleted++;
    // So that a copy, in which each entry is written once, comes to about as many entries as were deleted.
    if (this.#deleted > RENEWED_AFTER + this.#map.size) this.#renew(new Map(this.#map));
    return wasThere;
  }

  clear(): void {
    this.#renew(new Map());
  }

  values(): IterableIterator<V> {
    return this.#map.values();
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.#map[Symbol.iterator]();
  }

  #renew(map: Map<K, V>): void {
    this.#map = map;
    this.#deleted = 0;
  }
}

const RENEWED_AFTER = 200;
