/**
 * Declarations of events: what Zoom tells of its own accord. Events that tell of the same kind of thing in the same form are a family,
 * which is one type of the graph; each says in words what happened.
 */
import type { EntityType } from './entity.ts';
import { enumOf, fitting, type Of, type Shape } from './shape.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What an event tells of an entity: some of its fields by Zoom's names, those at least that make its key; nothing where it names none. */
export type Told = Raw | null | undefined;
/** What stands beside `object` in the payload of any event, and Zoom's name of that. */
export interface Beside extends Raw {
  readonly event: string;
  readonly operator?: string;
  readonly operator_id?: string;
}

interface Edge<O> {
  readonly of: EntityType;
  readonly description: string;
  /** The parts of the key that the path of a list would hold. */
  readonly place?: (object: O, beside: Beside) => Readonly<Record<string, string>>;
}
/** The one entity that an event tells of. */
export interface EventEdge<O = Raw> extends Edge<O> {
  readonly told: (object: O, beside: Beside) => Told;
}
/** The few entities of which an event tells. */
export interface EventEdges<O = Raw> extends Edge<O> {
  readonly each: (object: O, beside: Beside) => readonly Told[] | null | undefined;
}
/** An argument by which a reader narrows what it hears: the ids by which an event names things of this type. */
export interface EventFilter<O = Raw> {
  readonly of: EntityType;
  readonly description: string;
  readonly ids: (object: O, beside: Beside) => readonly unknown[];
}

/** What happened, in a sentence, and the names that Zoom has for it: of meetings and webinars, or of both ends of a call. */
type Happening = readonly [description: string, ...names: string[]];

interface Declaration<S extends Shape> {
  readonly description: string;
  /** What `object` holds that the events show as fields of their own. */
  readonly object: S;
  /** The same of the payload beside `object`. */
  readonly beside?: Shape;
  readonly edges: Readonly<Record<string, EventEdge<Of<S>> | EventEdges<Of<S>>>>;
  readonly filters?: Readonly<Record<string, EventFilter<Of<S>>>>;
  /** By the field of the graph that subscribes to it. */
  readonly events: Readonly<Record<string, Happening>>;
  /** Some of these events tell what changed, by `old_object` beside `object`. */
  readonly tellsChanges?: true;
  /** The entities of which REST answers otherwise after these events. */
  readonly changes: readonly EntityType[];
  /** The fields of those events after which REST answers as before. */
  readonly changesNothing?: readonly string[];
}

export interface EventFamily extends Omit<Declaration<Shape>, 'edges' | 'filters'> {
  /** The name of its type in the graph. */
  readonly name: string;
  readonly edges: Readonly<Record<string, EventEdge | EventEdges>>;
  readonly filters: Readonly<Record<string, EventFilter>>;
}

/** Declares a family of events; its name is that of its GraphQL type. */
export const eventsOf = <S extends Shape>(name: string, declared: Declaration<S>): EventFamily =>
  ({ name, filters: {}, ...declared }) as unknown as EventFamily;

/** What an event is by its declaration. */
export interface EventKind {
  readonly family: EventFamily;
  /** The field of the graph that subscribes to it. */
  readonly field: string;
  readonly description: string;
}

/** What is known of events, by Zoom's names. Throws where two declare one. */
export const kindsIn = (families: readonly EventFamily[]): ReadonlyMap<string, EventKind> => {
  const kinds = new Map<string, EventKind>();
  for (const family of families)
    for (const [field, [description, ...names]] of Object.entries(family.events))
      for (const name of names) {
        if (kinds.has(name)) throw new Error(`Two declarations are of ${name}.`);
        kinds.set(name, { family, field, description });
      }
  return kinds;
};

/** The enum of the names of events. */
export const eventTypeOf = (kinds: ReadonlyMap<string, EventKind>) =>
  enumOf(
    'EventType',
    Object.fromEntries(
      [...kinds].map(([name, { description }]) => [
        wordOf(name),
        [name, `${description} Zoom calls it \`${name}\`.`] as const,
      ]),
    ),
    'What happened.',
  );
/** "meeting.started" is MEETING_STARTED. */
const wordOf = (name: string): string => name.replace(/\W/g, '_').toUpperCase();

/** The entities of which REST answers otherwise after an event of this kind. */
export const changesOf = ({ family, field }: EventKind): readonly EntityType[] =>
  family.changesNothing?.includes(field) ? [] : family.changes;

/** What an event has in its object and beside it, as far as each value is of the kind that its family says, where it is of one. */
export const partsOf = (
  { object, beside }: Partial<Pick<EventFamily, 'object' | 'beside'>>,
  { event, ...sent }: { readonly event: string; readonly object: Raw; readonly payload: Raw },
): { readonly object: Raw; readonly beside: Beside } => ({
  object: object ? fitting(object, sent.object) : sent.object,
  beside: { ...textsOf(beside ? fitting(beside, sent.payload) : sent.payload), event },
});
/** Who did it is named by texts, or not at all. */
const textsOf = ({ operator, operator_id, ...others }: Raw): Raw => ({
  ...others,
  ...(typeof operator === 'string' && operator !== '' && { operator }),
  ...(typeof operator_id === 'string' && operator_id !== '' && { operator_id }),
});

/** The fields of an object that were others before, by Zoom's names; undefined where an event does not tell. */
export const changedIn = ({ object, payload }: { readonly object: Raw; readonly payload: Raw }) => {
  const { old_object: before } = payload;
  if (typeof before !== 'object' || before === null) return undefined;
  return Object.entries(before)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(object[key]))
    .map(([key]) => key);
};
