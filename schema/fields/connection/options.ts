/** What the declaration of a connection says, and what clients give to one. */
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Entity, Params } from '../../../resolvers/entity.ts';
import type { Fan } from '../../../resolvers/fan.ts';
import type { ListEndpoint } from '../../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import type { Shape } from '../../../src/zoom/declare/shape.ts';
import type { Asked } from '../../questions/question.ts';
import type { RequiresOf } from '../entity.ts';

export interface ConnectionOptions<P> {
  readonly list: ListEndpoint;
  /** What the items are; without it they are plain objects of the list's shape. */
  readonly of?: EntityType;
  /** The shape whose type shows the items, where lists of the same thing carry different parts of it. */
  readonly as?: Shape;
  readonly description: string;
  /** The path's values; by default those of the parent's key. */
  readonly path?: (parent: P) => Params;
  /** Filters that this connection is made by: no argument offers them. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** Filters whose value the parent tells: no argument offers them. */
  readonly parentQuery?: Readonly<Record<string, (parent: P) => string>>;
  /** The fields of the parent that `parentQuery` looks at. */
  readonly requires?: RequiresOf<P>;
  /** Parts of the items' key that neither they nor the list tell. */
  readonly extraKey?: Params;
  /** Items without identity know whose they are: `ownerOf` tells the fields of an item the parent of its list. */
  readonly withParent?: true;
  /** The list says of each item only that it may exist: leave out those that Zoom then says do not. */
  readonly verifyExists?: true;
  /** The list holds other things too, and tells which of its items are meant: leave out the others. */
  readonly only?: (item: Entity) => boolean;
  /**
   * Zoom has the list for each owner alone: the connection is that of all of them, one after another. `path` gives what all the paths have in
   * common.
   */
  readonly across?: Owners;
  /** A filter of which Zoom takes one value a call, offered as a list; `default` are the words taken where none is given. */
  readonly perValue?: { readonly param: string; readonly default: readonly string[] };
}

/** Those of whom each has a list. */
export interface Owners {
  readonly list: ListEndpoint;
  readonly of: EntityType;
  readonly query: Readonly<Record<string, string>>;
  /** The parameter of the path that names one. */
  readonly param: string;
  /** Whether a refusal says that an owner cannot have such a list, and so has none. */
  readonly hasNone?: Fan['hasNone'];
}

/** Null stands for the default: clients that pass a variable on cannot leave an argument out. */
export type Args = { first?: number | null; after?: string | null; from?: Date | null; to?: Date | null } & Asked &
  Record<string, unknown>;

/** The owners that Zoom lists for the account of a list, and their paths. */
export const fanOf = ({ list, of, query, param, hasNone }: Owners, { path }: ListQuery): Fan => ({
  owners: { list, of, query, path, first: list.paging.max },
  pathOf: (zoomId) => ({ [param]: zoomId }),
  hasNone,
});
