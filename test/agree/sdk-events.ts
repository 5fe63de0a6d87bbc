/** The events that Zoom's SDK has types of, read from its files: their names, and an example of each, made of its type. */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../node_modules/@zoom/rivet/', import.meta.url);

/** An event as Zoom would send it. */
export interface SdkEvent {
  /** The module: "meetings". */
  readonly product: string;
  readonly body: { readonly event: string; readonly event_ts: number; readonly payload: Example };
}
export type Example = Readonly<Record<string, unknown>>;

export const EVENT_TS = Date.UTC(2026, 4, 5, 10);
const TIME = '2026-05-05T10:00:00Z';

/** A text as the name of its field has it. */
const textFor = (key: string): string => {
  if (/(^|_)(time|date|date_time|date_created)$|_at$|(recording|sharing)_(start|end)$/.test(key)) return TIME;
  if (/email$/.test(key)) return 'ann@example.com';
  if (/_storage$|^storage_(used|exceed)$/.test(key)) return '3 GB';
  if (/url$|_link$/.test(key)) return 'https://zoom.test/file';
  return /(^|_)id$/.test(key) ? '85746065432' : `${key} of Zoom`;
};

/** An example of a type by its text: of several types the first, of a list one item. */
const exampleOf = (text: string): unknown => {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?[\w$.]+|\[\]|\S/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    const isNext = tokens[at] === token;
    if (isNext) at++;
    return isNext;
  };
  const anyOf = (key: string): unknown => {
    const first = one(key);
    while (take('|') || take('&')) one(key);
    return first;
  };
  const one = (key: string): unknown => {
    const value = take('{') ? fields() : take('(') ? until(')', key) : take('[') ? until(']', key) : named(key);
    let shown = value;
    while (take('[]')) shown = [shown];
    return shown;
  };
  const until = (end: string, key: string): unknown => {
    const value = anyOf(key);
    take(end);
    return value;
  };
  const fields = (): Example => {
    const made: Record<string, unknown> = {};
    while (at < tokens.length && !take('}')) {
      const key = (tokens[at++] ?? '').replaceAll('"', '');
      take('?');
      take(':');
      made[key] = anyOf(key);
      take(';');
    }
    return made;
  };
  const named = (key: string): unknown => {
    const name = tokens[at++] ?? '';
    // `ExactlyOneOf<[...]>` is a type of its own in the SDK.
    if (take('<')) return until('>', key);
    if (name === 'string') return textFor(key);
    if (name === 'number') return key === 'id' ? 85746065432 : /timestamp/.test(key) ? EVENT_TS : 7;
    if (name === 'boolean') return true;
    if (/^"/.test(name)) return name.slice(1, -1);
    return /^-?\d/.test(name) ? Number(name) : {};
  };
  return anyOf('');
};

const eventsOf = (product: string): SdkEvent[] => {
  const types = readFileSync(new URL(`${product}/${product}.d.ts`, root), 'utf8').replace(/\/\*\*.*?\*\//gs, '');
  return [...types.matchAll(/^type \w+ = Event<"([^"]+)"> & (\{.*?\n\});/gms)].map(([, event = '', text = '']) => {
    const { payload } = exampleOf(text) as { readonly payload: Example };
    return { product, body: { event, event_ts: EVENT_TS, payload } };
  });
};

export const sdkEvents: readonly SdkEvent[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .flatMap(({ name }) => eventsOf(name));
