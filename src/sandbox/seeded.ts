/**
 * Made-up values that stay the same: every value depends only on the sandbox's seed, the key of the object it belongs to and
 * the field's path. So the row of a list and the single GET of one object agree without anything being stored.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { once } from '../engine/once.ts';
import { type FieldMeta, metaOf, type Shape } from '../zoom/declare/shape.ts';
import { DAY, MINUTE } from './clock.ts';

export { DAY, MINUTE };

/** What is known of an object: fields given here are shown as they are, `undefined` leaves a field out of the answer. */
export type Known = Record<string, unknown>;

/** A 32-bit number from a text. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A whole number from 0 to `below` - 1 from a text. */
export const pickInt = (text: string, below: number): number => hash(text) % below;
export const pick = <T>(text: string, from: readonly T[]): T => from[pickInt(text, from.length)] as T;

/** The same few things are named again and again: their identifiers are kept. */
const ids = new LRUCache<string, string>({
  max: 20_000,
  memoMethod: (text) => createHash('sha1').update(text).digest('base64url').slice(0, 22),
});
/** An opaque identifier of 22 characters, as users, groups and phone objects have. */
export const opaqueId = (text: string): string => ids.memo(text);

export const FIRST_NAMES =
  'Ada Alan Amara Anders Beatriz Chen Dalia Emeka Farah Grace Hedy Imani Ines Jonas Katrin Lars Mei Nadia Omar Priya Quinn Rosa Sven Tomás Uma Viktor Wanda Yuki Zoë'.split(
    ' ',
  );
export const LAST_NAMES =
  'Adler Berg Castillo Duarte Eriksen Fischer Garcia Haddad Ito Jensen Kowalski Lovelace Moreau Nakamura Okafor Petrov Quist Rossi Singh Turing Ueda Vargas Weber Yilmaz Zhang'.split(
    ' ',
  );
const WORDS =
  'amber birch cedar delta ember fjord grove harbor indigo juniper kestrel lagoon maple north ocean prairie'.split(' ');
const TIMEZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Tokyo',
  'Asia/Kolkata',
];
export const DEPARTMENTS = ['Engineering', 'Sales', 'Support', 'Finance', 'Legal', 'Marketing', 'Operations', ''];
export const TOPICS = [
  'Standup',
  'Planning',
  'Retrospective',
  'Customer call',
  'All hands',
  'Design review',
  'Interview',
  'One to one',
];

type Make = (at: string, start: number) => unknown;
const HINTS: readonly (readonly [RegExp, Make])[] = [
  [/email$/, (at) => `${pick(`${at}f`, WORDS)}.${pick(`${at}l`, WORDS)}@example.com`],
  [/^first_name$/, (at) => pick(at, FIRST_NAMES)],
  [/^last_name$/, (at) => pick(at, LAST_NAMES)],
  [
    /(user_?name|display_name|caller_name|callee_name|owner_name|^owner$|host_name)$/,
    (at) => `${pick(`${at}f`, FIRST_NAMES)} ${pick(`${at}l`, LAST_NAMES)}`,
  ],
  [/^(topic|subject)$/, (at) => pick(at, TOPICS)],
  [/^dept$|department/, (at) => pick(at, DEPARTMENTS.slice(0, -1))],
  [/time_?zone/, (at) => pick(at, TIMEZONES)],
  [/^language$|_language$/, () => 'en-US'],
  [/country(_code|_iso_code|_label)?$|^iso_code$/, () => 'US'],
  [/(phone_)?numbers?$|^phone$|did_number/, (at) => `+1415555${String(pickInt(at, 10_000)).padStart(4, '0')}`],
  [/^city$/, (at) => pick(at, ['Berlin', 'Boston', 'Osaka', 'San Jose'])],
  [/^state(_code)?$/, () => 'CA'],
  [/^zip/, (at) => String(95000 + pickInt(at, 999))],
  [/^address(_line1)?$/, (at) => `${1 + pickInt(at, 900)} ${pick(at, WORDS)} street`],
  [/password|passcode|host_key|_pin$|pin_code|conference_code/, (at) => String(100_000 + pickInt(at, 900_000))],
  [/version$/, (at) => `6.${pickInt(at, 9)}.${pickInt(`${at}b`, 20)}`],
  [/ip(_address)?$/, (at) => `203.0.113.${pickInt(at, 255)}`],
  [/mac_address/, (at) => hash(at).toString(16).padStart(12, '0')],
  [/^duration$/, (at) => 15 + pickInt(at, 60)],
  [/^weekly_days$/, (at) => 1 + pickInt(at, 7)],
];

/** "2026-01-31T09:00:00Z", Zoom's instants: whole seconds. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A field's type without its wrappers, and the facts of all of them, the outermost winning. */
interface Field {
  readonly type: z.core.$ZodType;
  readonly facts: FieldMeta;
  readonly optional: boolean;
}
export const open = (type: z.core.$ZodType): Field => {
  let facts: FieldMeta = {};
  let optional: boolean | undefined;
  for (let inner = type; ; ) {
    facts = { ...z.globalRegistry.get(inner), ...facts };
    if (inner instanceof z.ZodNonOptional) optional ??= false;
    else if (inner instanceof z.ZodOptional) optional ??= true;
    else if (!(inner instanceof z.ZodNullable)) return { type: inner, facts, optional: optional ?? false };
    inner = inner.unwrap();
  }
};

/** The fields of a shape, opened once. */
export const fieldsOf = once((shape: Shape): readonly (readonly [string, Field])[] =>
  Object.entries(shape.shape).map(([name, type]) => [name, open(type)] as const),
);

/** What of an object is there: fields that are undefined are not. */
export const given = (known: Known): Known =>
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));

/** What is known of an object that has no other fields: they are left out, not made up. */
export const only = (shape: Shape, known: Known): Known => ({
  ...Object.fromEntries(fieldsOf(shape).map(([name]): [string, undefined] => [name, undefined])),
  ...known,
});

/** An object without some of its fields, each a path such as "chat.action". */
export const without = (known: Known, paths: readonly string[] = []): Known =>
  Object.fromEntries(
    Object.entries(known)
      .filter(([name]) => !paths.includes(name))
      .map(([name, value]) => {
        const within = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
        return [name, within.length > 0 && isKnown(value) ? without(value, within) : value];
      }),
  );

export const isKnown = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The instant around which made-up instants lie, and the sandbox's seed. */
export interface Seed {
  readonly seed: number;
  readonly start: number;
}

/**
 * An object with every field of a shape: what is known as it is, the rest made up. Nested objects are filled likewise, so a
 * known `settings` needs only what was set.
 */
export const fill = (shape: Shape, known: Known, key: string, seed: Seed, omit?: ReadonlySet<string>): Known => {
  const filled: Known = {};
  // Of fields that exclude each other, the first.
  const excluded = new Set(metaOf(shape).exclusive?.flatMap(([, ...others]) => others));
  for (const [name, field] of fieldsOf(shape)) {
    if (omit?.has(name) || (excluded.has(name) && !(name in known))) continue;
    const given = known[name];
    if (given === undefined && name in known) continue;
    filled[name] =
      name in known ? within(field, given, `${key}.${name}`, seed) : made(field, name, `${key}.${name}`, seed);
  }
  return filled;
};

/** A known value, with the gaps of the objects within it filled. */
const within = ({ type }: Field, given: unknown, key: string, seed: Seed): unknown => {
  if (type instanceof z.ZodObject && isKnown(given)) return fill(type, given, key, seed);
  if (type instanceof z.ZodArray && Array.isArray(given)) {
    const item = open(type.element);
    return given.map((each, i) =>
      within(item, each, `${key}.${isKnown(each) && each.id !== undefined ? each.id : i}`, seed),
    );
  }
  return given;
};

const made = (field: Field, name: string, key: string, seed: Seed): unknown => {
  const { type, facts } = field;
  const at = `${seed.seed}/${key}`;
  if (type instanceof z.ZodObject) return fill(type, {}, key, seed);
  if (type instanceof z.ZodArray) {
    const item = open(type.element);
    const length = item.facts.enumValues ? 1 : 1 + pickInt(at, 2);
    return Array.from({ length }, (_, i) => made(item, name, `${key}.${i}`, seed));
  }
  if (facts.enumValues) return pick(at, Object.values(facts.enumValues.values));
  if (facts.isNumber) return 80_000_000_000 + hash(at);
  const hint = HINTS.find(([pattern]) => pattern.test(name))?.[1];
  switch (facts.kind) {
    case 'bool':
      return pickInt(at, 2) === 1;
    case 'int':
    case 'float':
    case 'bigInt': {
      const hinted = hint?.(at, seed.start);
      if (typeof hinted === 'number') return hinted;
      const { min = 0, max = Number.POSITIVE_INFINITY } = facts.limits ?? {};
      return min + pickInt(at, Math.min(facts.kind === 'bigInt' ? 4_000_000_000 : 100, max - min + 1));
    }
    case 'measure':
    case 'bytes':
      return `${pickInt(at, 100)} ${Object.keys(facts.units ?? {}).at(facts.kind === 'bytes' ? 3 : 0)}`;
    case 'clock':
      return `01:${10 + pickInt(at, 50)}:08`;
    case 'dateTime':
      return instant(seed.start - pickInt(at, 180 * DAY));
    case 'date':
      return dayOf(seed.start - pickInt(at, 180 * DAY));
    case 'url':
      return `https://example.com/${name}/${hash(at).toString(36)}`;
    case 'json':
      return {};
    case 'id':
      return opaqueId(at);
  }
  if (type instanceof z.ZodNumber) return pickInt(at, 100);
  if (type instanceof z.ZodBoolean) return pickInt(at, 2) === 1;
  if (type instanceof z.ZodRecord) return {};
  const value = String(hint?.(at, seed.start) ?? `${pick(`${at}a`, WORDS)} ${pick(`${at}b`, WORDS)}`);
  // What has a form has a hint that fits it.
  if (facts.separator) return facts.limits?.form ? value : [value, `${value}2`].join(facts.separator);
  return value.slice(0, facts.limits?.max);
};
