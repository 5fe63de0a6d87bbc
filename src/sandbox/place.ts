/** Where calls lead to: which path is a collection and which a thing, whose things they are, and which of them is meant. */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type Call, type Row, row } from './call.ts';
import { itemOf, nameless } from './paths.ts';
import { failing, missingAt } from './refusal.ts';
import { fieldsOf, type Known } from './seeded.ts';
import type { Place, Rules } from './spec.ts';
import { type Owner, type Things, thingsOf } from './things.ts';

/** A resource as its handlers see it. */
export interface Ground<T, O extends Owner> {
  readonly spec: Rules<T, O>;
  /** The field that shows a thing's id. */
  readonly key: string;
  /** The paths, without the names of their parameters, of the collection, of its list elsewhere, and of a thing. */
  readonly collection: string;
  readonly elsewhere: string | undefined;
  readonly item: string;
  things(account: Account, owner?: O): Things<T>;
  placeOf(call: Call): Place<T, O>;
  /** What stands in the path for a thing. */
  refAt(call: Call): string;
  /** The thing that a path goes through or ends in. Throws the refusal of what is not there. */
  thingAt(call: Call): Place<T, O> & { readonly thing: T };
  rowOf(thing: T, account: Account, owner: O): Row;
}

/** The field of a shape that identifies a thing: `id`, or the one named as the parameter is (channelId, channel_id). */
const keyOf = ({ of, path }: Endpoint): string => {
  const names = of ? fieldsOf(of).map(([name]) => name) : [];
  const snake = itemOf(path)?.parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return ['id', snake, names.find((name) => /_id$/.test(name))].find((name) => name && names.includes(name)) ?? 'id';
};

/** The ground of the collection of an endpoint: of the GET of a thing in it, or of its list. */
export const groundOf = <T extends Known, O extends Owner>(endpoint: Endpoint, spec: Rules<T, O>): Ground<T, O> => {
  const { name, key = keyOf(endpoint), owned } = spec;
  // What a GET reads at a path such as /meetings/{meetingId}/recordings is one thing, named as what it belongs to.
  const isAlone = endpoint.method === 'GET' && endpoint.items === undefined && !itemOf(endpoint.path);
  const collection = isAlone ? '' : nameless(itemOf(endpoint.path)?.parent ?? endpoint.path);
  const item = isAlone ? nameless(endpoint.path) : `${collection}/{}`;
  const elsewhere = owned && nameless(owned.at.path);
  const depth = item.split('/').lastIndexOf('{}');
  const things = spec.things ?? thingsOf<T, O>({ ...spec, key }, (ref) => missingAt(endpoint, ref));

  const placeOf = (call: Call): Place<T, O> => {
    failing(spec.refuse?.all?.(call));
    if (owned && nameless(call.endpoint.path) === elsewhere)
      return { owner: owned.of(call), things: things(call.account) };
    const owner = spec.in?.(call) ?? ({} as O);
    return { owner, things: things(call.account, owner) };
  };
  const refAt = ({ endpoint, path }: Call): string => path[endpoint.path.split('/')[depth]?.slice(1, -1) ?? ''] ?? '';
  return {
    ...{ spec, key, collection, elsewhere, item, things, placeOf, refAt },
    thingAt: (call) => {
      const place = placeOf(call);
      return { ...place, thing: place.things.find(refAt(call), (ref) => missingAt(call.endpoint, ref)) };
    },
    rowOf: (thing, account, owner) => {
      const key = spec.rowKey?.(thing, account) ?? `${name}/${thing.id}`;
      return row(key, { ...thing, ...spec.shown?.(thing, account, owner) });
    },
  };
};
