/** An `Entity` is one thing that has an identity at Zoom, within one request: some of its fields are known. */
import * as z from 'zod';
import { type Endpoint, type ListEndpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import {
  ANSWER,
  asking,
  type DayOf,
  type EntityType,
  fromPath,
  isDayOf,
  type KeyPart,
  NO_DAY,
} from '../src/zoom/declare/entity.ts';
import { fitting, fittingValue, keysOf } from '../src/zoom/declare/shape.ts';
import { OWN, type Params, scopeOf } from './account-scope.ts';
import { fingerprint } from './fingerprint.ts';
import { dayIn } from './windows.ts';

type Raw = Readonly<Record<string, unknown>>;

export type { Params };

/** What was said of an entity at once: `data` holds the value of each of `keys`; one that is absent is null. */
export interface Layer {
  readonly keys: ReadonlySet<string>;
  readonly data: Raw;
  /** An answer of Zoom's said it: other fields that `data` holds are known, too, until something tells them by its `keys`. */
  readonly isAnswer?: true;
  /** Another request was told this, not this one. */
  readonly isCached?: true;
  /** What Zoom sent, where `data` was made of several answers. */
  readonly sent?: Raw;
}

/** With more layers than this, an entity makes one of them: each look goes through all. */
const MOST_LAYERS = 8;

export class Entity<T = unknown> {
  readonly type: EntityType<T>;
  params: Params;
  /** Whether `params` are the entity's own key, not an email or `me` that stands for it. */
  canonical: boolean;
  /** Whether Zoom itself is to say what it knows of the entity in this request, since a client named it. */
  mustVerify = false;
  /** What was said, newest first, and what other requests were told behind that. */
  layers: Layer[] = [];
  /** The latest read that is to make fields known. */
  loading?: Promise<unknown>;

  constructor(type: EntityType<T>, params: Params, canonical: boolean) {
    this.type = type;
    this.params = params;
    this.canonical = canonical;
  }

  /** Whether a field's value is known, be it null. */
  has(field: string): boolean {
    return this.known(field) !== undefined;
  }

  /** A field's value in one look: null when it is known to be none, undefined when it is not known. */
  known(field: string): unknown {
    let isKnown = false;
    for (const layer of this.layers) {
      if (!layer.keys.has(field)) continue;
      const value = layer.data[field];
      if (value !== undefined && value !== null) return value;
      isKnown = true;
    }
    return isKnown ? null : this.#undeclared(field);
  }

  /** What answers held of a field although they need not have: their silence says nothing. */
  #undeclared(field: string): unknown {
    let known: null | undefined;
    for (const { isAnswer, data } of this.layers) {
      if (!isAnswer) continue;
      const value = undeclaredValue(this.type, data, field);
      if (value !== undefined && value !== null) return value;
      if (value === null) known = null;
    }
    return known;
  }

  /**
   * A known field's value, from the newest answer that has one, read as the shape declares it; null when no answer has one, or one of
   * another kind.
   */
  get<K extends keyof T & string>(field: K): NonNullable<T[K]> | null;
  get(field: string): unknown;
  get(field: string): unknown {
    const value = this.known(field);
    const type = this.type.shape.shape[field];
    return (type ? fittingValue(type, value) : value) ?? null;
  }

  /** Whether this request was told all of these facts before, and nothing else since. */
  wasTold(facts: Raw): boolean {
    for (const key in facts) if (!isNone(facts[key]) && this.#told(key) !== facts[key]) return false;
    return true;
  }

  #told(field: string): unknown {
    for (const { keys, data, isCached } of this.layers) {
      const value = isCached || !keys.has(field) ? undefined : data[field];
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  }

  /** Adds what was said just now. */
  add(layer: Layer): void {
    this.layers.unshift(layer);
    this.fold();
  }

  /** Makes one layer of what this request was told, once that are many. It says the same. */
  fold(): void {
    const { layers } = this;
    if (layers.length <= MOST_LAYERS) return;
    const cached = layers.filter(({ isCached }) => isCached);
    const told = layers.filter(({ isCached }) => !isCached);
    const keys = new Set(told.flatMap((layer) => [...layer.keys]));
    const data: Record<string, unknown> = {};
    const sent = sentIn(told);
    // Other names of the entity hold the same array.
    layers.splice(0, layers.length, ...told);
    for (const field of [...keys, ...keysOf(this.type.shape)]) {
      const value = this.known(field);
      if (value !== undefined && field !== ANSWER) data[field] = value;
    }
    layers.splice(0, layers.length, { keys, data, isAnswer: true, ...(sent && { sent }) }, ...cached);
  }

  /** What the answers that told of it held, as Zoom sent it: of two values of a key the newest. Null where none did. */
  get answer(): Raw | null {
    return sentIn(this.layers) ?? null;
  }

  /** What a list said of it, where that is all that there is of one; as its shape declares it. */
  get row(): T {
    const told: object = Object.assign({}, ...this.layers.map(({ data }) => data).reverse());
    return fitting(this.type.shape, told) as T;
  }

  /** Waits for all that is being read of it by now, and for what is begun meanwhile. Never rejects: whoever reads tells. */
  async read(): Promise<void> {
    let last: Promise<unknown> | undefined;
    // Those who are asked in the same tick may still begin.
    await Promise.resolve();
    while (this.loading !== last) {
      last = this.loading;
      await Promise.allSettled([last]);
    }
  }

  /** The key as text, unique within the type; the part of a global id behind the type's name. */
  get key(): string {
    return keyText(this.params);
  }

  /** What Zoom calls it: the last part of the key. */
  get zoomId(): string {
    return Object.values(this.params).at(-1) ?? '';
  }
}

/** What answers held altogether; undefined where none of the layers is one. That of a single answer is the answer itself. */
const sentIn = (layers: readonly Layer[]): Raw | undefined => {
  const sent = layers
    .filter(({ keys, isAnswer }) => isAnswer && keys.has(ANSWER))
    .map(({ data, sent }) => sent ?? data);
  return sent.length > 1 ? Object.assign({}, ...sent.reverse()) : sent[0];
};

/** Whether a value stands for none. */
export const isNone = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * What an answer holds of a field that it need not hold: null where there is none, undefined where it holds nothing, or what is
 * not of the field's shape, since the same name may mean something else there.
 */
const undeclaredValue = ({ shape }: EntityType, data: Raw, field: string): unknown => {
  const value = data[field];
  if (value === undefined || value === null) return value;
  const of = shape.shape[field];
  return of && z.safeParse(of, value).success ? value : undefined;
};

/** The fields beyond `keys` that all of these items hold. */
export const undeclaredIn = (
  type: EntityType,
  keys: ReadonlySet<string>,
  items: readonly Raw[],
): ReadonlySet<string> => {
  const found = new Set<string>();
  const fields = keysOf(type.shape);
  for (const field in items[0]) {
    if (keys.has(field) || !fields.has(field)) continue;
    if (items.every((item) => undeclaredValue(type, item, field) !== undefined)) found.add(field);
  }
  return found;
};

/** The parts of a key that an endpoint takes in its query. */
export const queryOf = ({ path, query }: Endpoint, params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).filter(([name]) => query?.shape[name] !== undefined && !path.includes(`{${name}}`)),
  );

/** A key as text. One part stands as it is; several are encoded and joined by commas. */
export const keyText = (params: Params): string => {
  const parts = Object.values(params);
  return parts.length === 1 ? String(parts[0]) : parts.map(encodeURIComponent).join(',');
};

/**
 * The way back; undefined where the text has not as many parts as the type's key. One part more is the sub account that the
 * thing belongs to.
 */
export const paramsOf = (type: EntityType, text: string): Params | undefined => {
  const own = Object.keys(type.key);
  const given = text.split(',');
  const names = given.length === own.length + 1 && !type.key.accountId ? ['accountId', ...own] : own;
  const parts = names.length === 1 ? [text] : given.map(decoded);
  if (parts.length !== names.length || parts.some((part) => part.trim() === '')) return undefined;
  const params = Object.fromEntries(names.map((name, i) => [name, parts[i] ?? '']));
  if (names.length > own.length && params.accountId === OWN) return undefined;
  return params;
};
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return ''; // not a text that keyText made: refused above as an empty part
  }
};

/** The key of an item of an answer; undefined when a part is missing, so that the item is no entity of its own. */
export const keyOf = ({ key, isRow }: EntityType, item: Raw, path: Params = {}): Params | undefined => {
  const params: Record<string, string> = key.accountId ? {} : { ...scopeOf(path) };
  for (const name in key) {
    const from = key[name] as KeyPart;
    const value =
      typeof from === 'string'
        ? textIn(item, from)
        : from === fromPath
          ? path[name]
          : isDayOf(from)
            ? dayOfItem(item, from)
            : firstOf(item, from);
    if (value !== undefined) params[name] = value;
    // A row is shown even if nothing tells it from others, and is then found by nothing.
    else if (isRow && from !== fromPath) params[name] = NO_KEY + fingerprint(item);
    else return undefined;
  }
  return params;
};
/** Marks a part of a key that Zoom did not tell. */
const NO_KEY = '#';
const dayOfItem = (item: Raw, { dayOf }: DayOf): string => dayIn(item[dayOf]) ?? NO_DAY;
const firstOf = (item: Raw, fields: readonly string[]): string | undefined => {
  for (const field of fields) {
    const text = textIn(item, field);
    if (text !== undefined) return text;
  }
  return undefined;
};
const textIn = (item: Raw, field: string): string | undefined => {
  const value = item[field];
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Names a list among those whose undeclared fields are remembered; there are no more such names than declarations make. */
export const undeclaredKey = (type: EntityType, list: ListEndpoint, wanted?: Iterable<string>): string =>
  JSON.stringify([type.name, nameOf(list), asking(list, wanted)]);
