/**
 * Answers for every endpoint that no domain answers: `/a/{x}/b` is a collection, `/a/{x}/b/{y}` a thing in it. A collection
 * begins with a few made-up things; POST adds, PATCH and PUT change, DELETE removes, and GET reads what is there.
 */
import { declared, type Endpoint } from '../zoom/declare/endpoint.ts';
import { type Call, type Handler, type Row, within } from './call.ts';
import { DAY } from './clock.ts';
import { type Collection, collection } from './collection.ts';
import { refuse } from './refusal.ts';
import { fieldsOf, instant, type Known, opaqueId, pickInt } from './seeded.ts';
import type { World } from './world.ts';

/** How many things a collection begins with, and how many a dated one. */
const BEGIN = 5;
const BEGIN_DATED = 40;

/** A path with its values in place: "/groups/abc/admins". */
const placeOf = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

/** A path whose parameters have no names, by which the list of a collection is found from the path of a thing in it. */
const nameless = (path: string): string => path.replace(/\{\w+\}/g, '{}');

/** The last segment's parameter of an item's path, and the path of the collection that it lies in. */
const itemOf = (path: string): { parent: string; parameter: string } | undefined => {
  const [, parent, parameter] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
  return parent === undefined || parameter === undefined ? undefined : { parent, parameter };
};

/** The field of a shape that identifies a thing: `id`, or the one named as the parameter is (channelId, channel_id). */
const keyFieldOf = (of: Endpoint['of'], parameter = 'id'): string => {
  const names = of ? fieldsOf(of).map(([name]) => name) : [];
  const snake = parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return (
    names.find((name) => name === 'id') ??
    names.find((name) => name === snake) ??
    names.find((n) => /(^|_)id$/.test(n)) ??
    'id'
  );
};

export const resourcesOf = (world: World): Handler => {
  const lists = new Map(declared().flatMap((each) => (each.items === undefined ? [] : [[nameless(each.path), each]])));
  const collections = new Map<string, Collection>();
  /** What was written to a path that is no thing in a list. */
  const changes = new Map<string, Known>();

  const collectionAt = (place: string, list: Endpoint): Collection => {
    const known = collections.get(place);
    if (known) return known;
    const ids = Array.from({ length: list.window ? BEGIN_DATED : BEGIN }, (_, i) =>
      idFor(list, `${world.seed}/${place}/${i}`),
    );
    const made = collection(ids, (id) => (ids.includes(id) ? { id: asZoomHasIt(list, id) } : undefined));
    collections.set(place, made);
    return made;
  };
  const rowOf = (place: string, known: Known, of: Endpoint['of'], parameter?: string): Row => ({
    key: `${place}/${known.id}`,
    known: { ...known, [keyFieldOf(of, parameter)]: known.id },
  });
  /** The thing that a path ends in, where its collection has a list. */
  const thingAt = ({ endpoint, path }: Call) => {
    const item = itemOf(endpoint.path);
    const list = item && lists.get(nameless(item.parent));
    if (!item || !list) return undefined;
    const place = placeOf(item.parent, path);
    const things = collectionAt(place, list);
    const id = path[item.parameter] ?? '';
    const known = things.get(id);
    if (!known) throw refuse.missing(id);
    return { place, things, id, known, parameter: item.parameter };
  };

  return (call) => {
    const { endpoint, path } = call;
    const { method, of, window } = endpoint;
    const place = placeOf(endpoint.path, path);
    if (endpoint.items !== undefined) {
      const things = collectionAt(place, endpoint);
      const rows = things.ids().map((id, i) => {
        const dated = window && { [window.at]: instant(world.start - ((i + 0.5) * 180 * DAY) / BEGIN_DATED) };
        return rowOf(place, { ...dated, ...things.get(id) }, of);
      });
      return { rows: window ? within(rows, window.at, call.span) : rows };
    }
    const body = (call.body ?? {}) as Known;
    if (method === 'POST') {
      const list = lists.get(nameless(endpoint.path)) ?? endpoint;
      const things = collectionAt(place, list);
      const id = idFor(list, `${world.seed}/${place}/new/${things.ids().length}/${call.now}`);
      return rowOf(place, things.add(id, { ...body, id: asZoomHasIt(list, id) }), of);
    }
    const thing = thingAt(call);
    if (method === 'GET') {
      return thing
        ? rowOf(thing.place, thing.known, of, thing.parameter)
        : { key: place, known: changes.get(place) ?? {} };
    }
    if (method === 'DELETE') thing?.things.remove(thing.id);
    else if (thing) thing.things.change(thing.id, body);
    else changes.set(place, { ...changes.get(place), ...body });
    return undefined;
  };
};

/** Whether a list's things have numbers for ids. */
const isNumeric = ({ of }: Endpoint): boolean =>
  of !== undefined && fieldsOf(of).some(([name, { type }]) => name === 'id' && type._zod.def.type === 'number');
const idFor = (list: Endpoint, seed: string): string =>
  isNumeric(list) ? String(90_000_000_000 + pickInt(seed, 1e9)) : opaqueId(seed);
const asZoomHasIt = (list: Endpoint, id: string): string | number => (isNumeric(list) ? Number(id) : id);
