/**
 * A map whose entries come and go all the time. V8 links each table that a Map outgrows, or clears, to the one that takes its place: once
 * a table has grown old, it keeps all later ones, and what was in them, until the next full collection. So another Map takes over now and
 * then, to which nothing leads but this. And each value has a box, which is emptied when its entry goes: a table that was outgrown while the
 * entry was there keeps no more than that.
 */
export class ChurningMap<K, V> {
  #map = new Map<K, Box<V>>();
  #deleted = 0;

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key)?.value;
  }

  set(key: K, value: V): void {
    const box = this.#map.get(key);
    if (box) box.value = value;
    else this.#map.set(key, { value });
  }

  delete(key: K): boolean {
    const box = this.#map.get(key);
    if (!box) return false;
    this.#map.delete(key);
    box.value = undefined;
    this.#deleted++;
    // So that a copy, in which each entry is written once, comes to about as many entries as were deleted.
    if (this.#deleted > RENEWED_AFTER + this.#map.size) this.#renew(new Map(this.#map));
    return true;
  }

  clear(): void {
    for (const box of this.#map.values()) box.value = undefined;
    this.#renew(new Map());
  }

  /** The value of the entry that was there first. */
  first(): V | undefined {
    for (const { value } of this.#map.values()) return value;
    return undefined;
  }

  *values(): Generator<V> {
    for (const { value } of this.#map.values()) yield value as V;
  }

  *[Symbol.iterator](): Generator<[K, V]> {
    for (const [key, { value }] of this.#map) yield [key, value as V];
  }

  #renew(map: Map<K, Box<V>>): void {
    this.#map = map;
    this.#deleted = 0;
  }
}

/** Empty when its entry is gone. */
interface Box<V> {
  value: V | undefined;
}

const RENEWED_AFTER = 16;
