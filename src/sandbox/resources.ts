/**
 * Answers for every endpoint that no domain answers: `/a/{x}/b` is a collection, `/a/{x}/b/{y}` a thing in it. A collection
 * begins with a few made-up things; POST adds, PATCH and PUT change, DELETE removes, and GET reads what is there.
 */
import type { Endpoint } from '../zoom/endpoint.ts';
import { DAY } from './clock.ts';
import { type Collection, collection } from './collection.ts';
import { type Call, type Handler, type Row, within } from './engine.ts';
import { refuse } from './refusal.ts';
import { fieldsOf, instant, type Known, opaqueId, pickInt } from './seeded.ts';
import type { World } from './world.ts';

/** How many things a collection begins with, and how many a dated one. */
const BEGIN = 5;
const BEGIN_DATED = 40;

/** A path with its values in place: "/groups/abc/admins". */
const placeOf = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

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
  const collections = new Map<string, Collection>();
  const collectionAt = (place: string, endpoint: Endpoint): Collection => {
    const known = collections.get(place);
    if (known) return known;
    const count = endpoint.window ? BEGIN_DATED : BEGIN;
    const numeric =
      endpoint.of && fieldsOf(endpoint.of).some(([name, { type }]) => name === 'id' && type._zod.def.type === 'number');
    const ids = Array.from({ length: count }, (_, i) =>
      numeric
        ? String(90_000_000_000 + pickInt(`${world.seed}/${place}/${i}`, 1e9))
        : opaqueId(`${world.seed}/${place}/${i}`),
    );
    const made = collection(ids, (id) => ({ id: numeric ? Number(id) : id }));
    collections.set(place, made);
    return made;
  };
  const rowOf = (place: string, id: string, known: Known, of: Endpoint['of'], parameter?: string): Row => ({
    key: `${place}/${id}`,
    known: { ...known, [keyFieldOf(of, parameter)]: known.id },
  });

  const read = (call: Call): ReturnType<Handler> => {
    const { endpoint, path } = call;
    const place = placeOf(endpoint.path, path);
    if (endpoint.items !== undefined) {
      const things = collectionAt(place, endpoint);
      const { window } = endpoint;
      const rows = things.ids().map((id, i) => {
        const dated = window && { [window.at]: instant(world.start - ((i + 0.5) * 180 * DAY) / BEGIN_DATED) };
        return rowOf(place, id, { ...dated, ...things.get(id) }, endpoint.of);
      });
      return { rows: window ? within(rows, window.at, call.span) : rows };
    }
    const item = itemOf(endpoint.path);
    const things = item && collections.get(placeOf(item.parent, path));
    if (!item || !things) return { key: place, known: changes.get(place) ?? {} };
    const id = path[item.parameter] ?? '';
    const known = things.get(id);
    if (!known) throw refuse.missing(id);
    return rowOf(placeOf(item.parent, path), id, known, endpoint.of, item.parameter);
  };

  const changes = new Map<string, Known>();
  return (call) => {
    const { endpoint, path } = call;
    if (endpoint.method === 'GET') return read(call);
    const place = placeOf(endpoint.path, path);
    const body = (call.body ?? {}) as Known;
    if (endpoint.method === 'POST') {
      const things = collectionAt(place, endpoint);
      const id = opaqueId(`${world.seed}/${place}/new/${things.ids().length}/${call.now}`);
      return rowOf(place, id, things.add(id, { ...body, id }), endpoint.of);
    }
    const item = itemOf(endpoint.path);
    const things = item && collectionAt(placeOf(item.parent, path), endpoint);
    const id = item ? (path[item.parameter] ?? '') : '';
    if (endpoint.method === 'DELETE') things?.remove(id);
    else if (things?.has(id)) things.change(id, body);
    else changes.set(place, { ...changes.get(place), ...body });
    return undefined;
  };
};
