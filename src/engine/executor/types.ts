/** What the parts of the executor tell each other. */
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Meter } from './meter.ts';

export type Args = Readonly<Record<string, unknown>>;
export type Variables = Record<string, unknown>;

/** What a field or a type says of itself, whoever defined it. */
export interface Named {
  readonly name: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What is withheld from some. It goes by the fields alone: there is a plan for each set of what is withheld, and none is asked again. */
export interface Withholding {
  /** Tells it from others that withhold something else. */
  readonly name: string;
  /** Why a field of a type is withheld; undefined where it is not. */
  refusalOf(field: Named, of: Named): Error | undefined;
}

/** One choice of what an operation skips and includes: what all parts of its plan share. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
  /** The values that `@skip` and `@include` had when the plan was made. */
  readonly variables: Variables;
  /** Whether leaves are read from rows where they can be. */
  readonly leafReaders: boolean;
  /** What is withheld from who asks. */
  readonly withholding?: Withholding;
  /** How many fields have been planned: the number of places that a run keeps arguments in. */
  size: number;
}

/** One field of one object type. */
export interface FieldPlan {
  /** The key in the answer. */
  readonly name: string;
  /** All that is selected of the object that the field is selected of, in order, itself among it. */
  readonly beside: readonly FieldPlan[];
  /** Its place among the arguments that a run keeps. */
  readonly index: number;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly isNonNull: boolean;
  /** Whether its value is a leaf, below which nothing stands. */
  readonly isLeaf: boolean;
  /** Nothing is known of it but the error in its place. */
  readonly isWithheld?: true;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Whether the resolver looks at more than parent, arguments and context. */
  readonly wantsInfo: boolean;
  /** The arguments, where they are the same in each run. */
  readonly args: Args | undefined;
  readonly complete: Complete;
  /** What is selected of a type that its values may have; planned when it is first asked for. */
  readonly below: (type: GraphQLObjectType) => ObjectPlan;
}
/** The fields of one object type. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** How objects of the type are made; worked out with the first one, for plans are looked at without being run, too. */
  making?: Making;
}
/** How objects of some fields are made. */
export interface Making {
  /** The bytes that the names take in an answer. */
  readonly bytes: number;
  /** An object of these fields, in order, without their values. */
  readonly blank: () => Record<string, unknown>;
  /** Those of the fields that need no resolver, if any. */
  readonly leaves: LeafPlan | undefined;
}
/** Leaves that are read from a row. */
export interface LeafPlan {
  /** An object of all fields with the values of the leaves; undefined where the resolvers have to be asked for these, too. */
  readonly read: (parent: unknown) => Record<string, unknown> | undefined;
  /** How long the texts are that were read since this was last asked. */
  readonly taken: () => number;
  /** The fields that have to be resolved. */
  readonly others: readonly FieldPlan[];
}

/** Completes a value of a field, or of an item in its list, at a path; leaves need none. Throws, or rejects, what the field has to tell of. */
export type Complete = (run: Run, plan: FieldPlan, value: unknown, path: Path) => unknown;

/** Where in the answer something stands, from the inside out. */
export interface Path {
  readonly before: Path | undefined;
  readonly key: string | number;
}

export interface Run {
  readonly operation: Operation;
  readonly root: unknown;
  readonly context: unknown;
  readonly variables: Variables;
  readonly errors: GraphQLError[];
  readonly meter: Meter;
  /** The arguments of each field in which variables stand, by the field's index. */
  readonly args: (Args | undefined)[];
}

/** What a resolver is told by this executor. */
export interface PlannedInfo extends GraphQLResolveInfo {
  readonly plan: FieldPlan;
}
