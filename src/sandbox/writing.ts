/** How the things of a resource are created, changed and deleted. */
import type { Call, Result } from './call.ts';
import { merged } from './collection.ts';
import { declaredAt } from './paths.ts';
import type { Ground } from './place.ts';
import { failing } from './refusal.ts';
import { type Known, without } from './seeded.ts';
import { checkReadable } from './storable.ts';
import type { Owner, Things } from './things.ts';

/** Throws the refusal of what a thing would be. */
const check = <T extends Known, O extends Owner>(
  { spec }: Ground<T, O>,
  things: Things<T>,
  thing: Known,
  call: Call,
): void => {
  spec.check?.(thing, call);
  const { fields, refuse } = spec.unique ?? {};
  const same = (other: T) => other.id !== thing.id && fields?.every((field) => other[field] === thing[field]);
  if (refuse && things.all().some(same)) throw refuse(thing[fields?.[0] ?? '']);
};
/** What a body says of a thing, which reading must show. */
const written = <T extends Known, O extends Owner>(
  { spec, key, collection, item }: Ground<T, O>,
  call: Call,
  owner: O,
  before?: T,
): Known => {
  const body = without((call.body ?? {}) as Known, spec.unread);
  // The id of a thing is Zoom's to say.
  const { [key]: _id, ...known } = spec.written?.(body, call, before, owner) ?? body;
  const readers = [...declaredAt(collection), ...declaredAt(item)].filter(({ of }) => of !== undefined);
  checkReadable(call.endpoint, readers, known);
  return known;
};
/** Counts what a host may do only so often a day; the headers that say how often it still may. */
const spent = ({ endpoint, account }: Call, { host_id }: Known) =>
  endpoint.perHost ? account.limits.spendDaily('host', String(host_id)) : {};

/** The ids in a query: `file_ids=a,b`. */
const idsIn = ({ query }: Call): readonly string[] =>
  Object.entries(query).flatMap(([name, value]) => (/_ids$/.test(name) ? value.split(',') : []));

/** What writes do to the things of a resource. */
export const writing = <T extends Known, O extends Owner>(ground: Ground<T, O>) => {
  const { spec, placeOf, thingAt, rowOf } = ground;
  return {
    create: (call: Call): Result => {
      const { things, owner } = placeOf(call);
      const { defaults = {} } = spec;
      const body = written(ground, call, owner);
      const known = merged(typeof defaults === 'function' ? defaults(call, owner) : defaults, body);
      check(ground, things, known, call);
      failing(spec.refuse?.create?.(call, owner, things));
      if (spec.daily) call.account.limits.spendDaily(spec.daily);
      const headers = spent(call, known);
      return { headers, row: rowOf(things.add(known), call.account, owner) };
    },
    update: (call: Call): Result => {
      const { things, owner, thing } = thingAt(call);
      failing(spec.refuse?.update?.(thing, call));
      const headers = spent(call, thing);
      const patch = written(ground, call, owner, thing);
      check(ground, things, { ...thing, ...patch }, call);
      things.change(String(thing.id), patch);
      return { headers };
    },
    remove: (call: Call): Result => {
      const { things, thing } = thingAt(call);
      failing(spec.refuse?.delete?.(thing, call));
      spec.deleted?.(thing, call);
      things.remove(String(thing.id), call.query.action === 'delete');
      return undefined;
    },
    removeNamed: (call: Call): Result => {
      const { things } = placeOf(call);
      for (const id of idsIn(call)) things.remove(id, true);
      return undefined;
    },
  };
};
