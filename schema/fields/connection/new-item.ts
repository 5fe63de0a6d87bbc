/** Edges of items that have just been created. */
import type { GraphQLResolveInfo } from 'graphql';
import { callFor } from '../../../resolvers/call-for.ts';
import { cursorOfNew, fieldsOfCursor } from '../../../resolvers/connection/new-item.ts';
import type { Context } from '../../../resolvers/context.ts';
import type { Entity, Params } from '../../../resolvers/entity.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import { type ListEndpoint, nameOf } from '../../../src/zoom/declare/endpoint.ts';
import { type Builder, perBuilder } from '../../types/builder.ts';
import { ToldAccount } from '../../types/ids.ts';
import { canonical } from '../entity.ts';
import { askedOf } from './asked.ts';
import type { ConnectionOptions } from './options.ts';

/** The connections that show whole lists, by the name of the list. */
export const plainLists = perBuilder(() => new Map<string, ConnectionOptions<never>>());

/** What an edge of a new item needs: `path` is that of the list, by its owner's own key. */
interface NewItem {
  readonly entity: Entity;
  readonly list: ListEndpoint;
  readonly path: () => Promise<Params>;
}

/**
 * The edge of an item that has just been created, for clients that keep lists. Its cursor is one of the list with the arguments that it has by
 * default; what it takes is read when it is looked at.
 */
export const edgeOfNew = (builder: Builder, item: NewItem, context: Context, info: GraphQLResolveInfo): NewEdge =>
  new NewEdge(item.entity, () => cursorOf(builder, item, context, info));
/** A class, like the edges of lists: a getter of a literal would keep what it sees till the next major collection. */
class NewEdge {
  readonly node: Entity;
  readonly #cursor: () => Promise<string>;

  constructor(node: Entity, cursor: () => Promise<string>) {
    this.node = node;
    this.#cursor = cursor;
  }

  get cursor(): Promise<string> {
    return this.#cursor();
  }
}
const cursorOf = async (
  builder: Builder,
  { entity, list, path }: NewItem,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<string> => {
  const { store, options } = context;
  const of = entity.type;
  await canonical(entity, context);
  const fields = fieldsOfCursor(list).filter((key) => !entity.has(key));
  if (fields.length > 0) await store.load(entity, fields);
  const shownBy = plainLists(builder).get(nameOf(list)) ?? { list, of, description: '' };
  const account = ToldAccount.below(info.schema, store, entity);
  const asked = askedOf(shownBy, {}, options.maxFirst, planIn(info), account, undefined);
  return cursorOfNew({ ...asked, ...callFor(store, list, entity, { path: await path() }) }, entity);
};
