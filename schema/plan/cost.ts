/**
 * What a field costs before it runs: which REST calls it makes at most, and what it gives, said of *object sets*, which stand for all the
 * objects that a field may give. It is said where the field is made, in `extensions.cost`; cost-lines.ts adds it up.
 */
import type { GraphQLSchema } from 'graphql';
import { ownAccount } from '../../resolvers/account-scope.ts';
import type { ListQuery } from '../../resolvers/connection/query.ts';
import type { Hints } from '../../resolvers/hints.ts';
import type { FieldPlan, ObjectPlan, Variables, Withholding } from '../../src/engine/executor/types.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { type Endpoint, paramsIn } from '../../src/zoom/declare/endpoint.ts';
import { type EntityType, fieldsIn } from '../../src/zoom/declare/entity.ts';

/** The accounts that things are of: their own paths, and calls that are made once for each. */
export interface Accounts {
  readonly id: string;
  readonly count: number;
  readonly least?: number;
  readonly isSub: boolean;
}

/** All the objects that a field may give within one operation. */
export interface ObjectSet {
  /** Sets of the same id hold the same objects. */
  readonly id: string;
  /** How many at most. */
  readonly count: number;
  /** How many at least, where that is certain; else none. */
  readonly least?: number;
  readonly accounts: Accounts;
  /** When they are found: objects that are found at different moments are hydrated apart. */
  readonly batches: Pick<ObjectSet, 'id' | 'count'>;
  /** The count rests on a guess: nobody knows how long a list within an answer is. */
  readonly isEstimated: boolean;
  /** What the objects are, where they have an identity; and which of their fields are known without another call. */
  readonly of?: EntityType;
  /** The type that they are of, where they have no identity and the field may give several. */
  readonly typeName?: string;
  readonly known: ReadonlySet<string>;
  /** They may be named by an email or the like, so that their own id is yet to be read. */
  readonly isByAlias?: boolean;
  /**
   * They are read even if nothing of them is selected, so that what does not exist shows as null: unless another operation is
   * called for them, which tells as well, or always.
   */
  readonly proof?: 'any' | 'own';
  /** Fields that their list held when it was last seen, though nothing declares them there. */
  readonly likely?: ReadonlySet<string>;
  /** They are looked at by a walk that ends itself in time, and may be continued. */
  readonly endsItself?: boolean;
  /** They are the items of a connection, below `nodes` and `edges`. */
  readonly areItems?: boolean;
  /** Of the items of a page: those of the whole list, where something is asked of all of them. */
  readonly all?: ObjectSet;
  readonly parent?: ObjectSet;
}

/** Calls that a field makes. */
export interface Calls {
  readonly endpoint: Endpoint;
  /** How many for each of the callers. */
  readonly each: number;
  /** How many of them are certain; by default all, unless they are estimated. */
  readonly least?: number;
  /** For whom the calls are made: things of the same id share them. */
  readonly callers: Pick<ObjectSet, 'id' | 'count' | 'least'>;
  /** What else tells these calls from others of the same callers. */
  readonly query?: unknown;
  readonly isEstimated?: boolean;
  /** They are made by a walk that ends itself in time, and may be continued. */
  readonly endsItself?: boolean;
}

/** What a field selects of objects by itself, though no client does. */
export interface Selects {
  readonly plan: ObjectPlan;
  /** Its own. */
  readonly variables: Variables;
  readonly of: ObjectSet;
}

export interface Cost {
  readonly calls?: readonly Calls[];
  readonly selects?: readonly Selects[];
  /** Entities that the field makes known for its own sake. */
  readonly loads?: readonly (ObjectSet & { readonly fields: readonly string[] })[];
  /** What the field gives; by default objects of which nothing is known. */
  readonly returns?: ObjectSet | readonly ObjectSet[];
  /** The field needs the own id of its parents. */
  readonly needsId?: boolean;
}

/** What the cost of a field depends on. */
export interface CostContext<A = Record<string, unknown>> {
  readonly parents: ObjectSet;
  readonly args: A;
  /** The field with what is selected below it. */
  readonly plan: FieldPlan;
  readonly schema: GraphQLSchema;
  /** What is withheld from who asks. */
  readonly withholding: Withholding | undefined;
  readonly maxFirst: number;
  /** What was seen of lists before. */
  readonly hints: Hints;
  /** How many items a list of the own account gives at least, by what was seen of it before. */
  leastOf(list: ListQuery): number;
  /** A set below the parents, of one object each or of a likely number where the field is a list; nothing of it is known. */
  child(more?: Partial<ObjectSet>): ObjectSet;
}

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** Of a mutation: those beside it that its call makes too. */
      makesToo?: (
        asked: Pick<CostContext, 'plan' | 'schema' | 'hints'> & { readonly variables: Variables },
      ) => readonly FieldPlan[];
      /** What the field costs before it runs; a field without costs no more than hydration. */
      cost?: (context: CostContext<never>) => Cost;
    }
  }
}

/** The fields that make the key of an entity. */
export const keyFieldsOf = ({ key }: EntityType): ReadonlySet<string> =>
  new Set(Object.values(key).flatMap((part) => fieldsIn(part).slice(0, 1)));

/** Whom calls of an operation are made for: each parent, or each account where the path asks nothing of the parent. */
export const callersOf = (
  endpoint: Pick<Endpoint, 'path'>,
  { parents }: Pick<CostContext, 'parents'>,
  own?: { readonly length: number },
): Pick<ObjectSet, 'id' | 'count' | 'least'> => {
  const isOfAccount = own ? own.length === 0 : paramsIn(endpoint).every((name) => name === 'accountId');
  return isOfAccount ? parents.accounts : parents;
};

/** The nearest set, this one or above it, whose objects are told apart by this part of a path; undefined where none is. */
export const ownersOf = (place: ObjectSet | undefined, param: string): ObjectSet | undefined => {
  for (let at = place; at; at = at.parent) if (at.of && param in at.of.key) return at;
  return undefined;
};

/** The own account as a set of which the real id is read; nothing where that is known. */
export const ownAccountIn = ({ hints, child }: Pick<CostContext, 'hints' | 'child'>): NonNullable<Cost['loads']> =>
  hints.knownOwnAccountId === undefined ? [{ ...child(OWN_ACCOUNT), fields: ['id'] }] : [];
const OWN_ACCOUNT: Partial<ObjectSet> = {
  id: `Account:${JSON.stringify(ownAccount)}`,
  count: 1,
  of: Account,
  isEstimated: false,
};
