/** What Zoom tells of its own accord, as subscriptions: a field for each kind of event, and one for all. */
import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { refFor } from '../../../resolvers/call-for.ts';
import type { Context } from '../../../resolvers/context.ts';
import { InputError } from '../../../resolvers/errors.ts';
import { heard, type Wish, within } from '../../../resolvers/events.ts';
import { FAMILIES } from '../../../src/zoom/api/events/index.ts';
import type { EventFamily, EventFilter } from '../../../src/zoom/declare/event.ts';
import type { StreamedEvent } from '../../../src/zoom/events/stream.ts';
import { canonical } from '../../fields/entity.ts';
import type { CostContext } from '../../plan/cost.ts';
import type { Builder, Domain } from '../../types/builder.ts';
import { paramsFrom, ToldAccount } from '../../types/ids.ts';
import { nullOnlyWithError } from '../../types/semantic-non-null.ts';
import { inputEnumOf } from '../../types/shape.ts';
import { EVENT_TYPE, eventInterface } from './event.ts';
import { implementFamilies } from './families.ts';

const AFTER =
  'The `cursor` of an event: those behind it come first. Where some of them are no longer kept, the error EVENTS_LOST says so. By default what happens from now on.';

export const eventsDomain: Domain = (builder) => {
  implementFamilies(builder);
  builder.subscriptionField('events', (t) =>
    t.field({
      type: eventInterface(builder),
      nullable: true,
      directives: [nullOnlyWithError],
      description: 'All events, or those of some types.',
      args: {
        types: t.arg({
          type: [inputEnumOf(builder, EVENT_TYPE)] as never,
          description: 'What is wanted; by default everything, and also what is not known here.',
        }),
        after: t.arg.string({ description: AFTER }),
      },
      extensions: { cost: ofAnyType },
      subscribe: (_: unknown, { types, after }: EventsArgs, context: Context) =>
        heard(context, { field: 'events', names: namesOf(types), narrowed: [], after }),
      resolve: (event: StreamedEvent, _: object, context: Context) => within(event, context),
    } as never),
  );
  for (const family of FAMILIES)
    for (const [field, [description, ...names]] of Object.entries(family.events))
      happening(builder, family, field, description, new Set(names));
};

interface EventsArgs {
  readonly types?: readonly string[] | null;
  readonly after?: string | null;
}

/** An event may be of any type for which something is selected. */
const ofAnyType = ({ child, schema }: CostContext) => ({
  returns: typesOf(schema).map(({ name }) => child({ typeName: name })),
});
const typesOf = (schema: GraphQLSchema): readonly GraphQLObjectType[] => {
  const event = schema.getType('Event');
  return event && 'resolveType' in event ? [...schema.getPossibleTypes(event as never)] : [];
};

/** Zoom's names of what is wanted; undefined for everything. Throws InputError for an empty list, of which nothing would ever come. */
const namesOf = (types: readonly string[] | null | undefined): ReadonlySet<string> | undefined => {
  if (!types) return undefined;
  if (types.length === 0) throw new InputError('`types` is empty: name one at least, or leave it out.');
  return new Set(types.map((word) => String(EVENT_TYPE.values[word])));
};

/** The field of one kind of event. */
const happening = (
  builder: Builder,
  family: EventFamily,
  field: string,
  description: string,
  names: ReadonlySet<string>,
): void =>
  builder.subscriptionField(field, (t) =>
    t.field({
      type: family.name as never,
      nullable: true,
      directives: [nullOnlyWithError],
      description,
      args: {
        ...Object.fromEntries(
          Object.entries(family.filters).map(([name, { of, description }]) => [
            name,
            t.arg.id({
              description: `${description} By global id or Zoom's own${of.aliases.length > 0 ? ', email or `me`' : ''}.`,
              extensions: { names: of.name },
            }),
          ]),
        ),
        after: t.arg.string({ description: AFTER }),
      },
      subscribe: async (_: unknown, args: Args, context: Context, info: GraphQLResolveInfo) =>
        heard(context, {
          field,
          names,
          ...(await narrowedBy(family, args, context, info)),
          after: args.after,
        }),
      resolve: (event: StreamedEvent, _: object, context: Context) => within(event, context),
    } as never),
  );
type Args = Readonly<Record<string, string | null | undefined>>;

/** What the arguments leave. All ids that are given must be of one account. A user who is named by an email is read. Throws InputError. */
const narrowedBy = async (
  { filters }: EventFamily,
  args: Args,
  context: Context,
  { schema }: GraphQLResolveInfo,
): Promise<Pick<Wish, 'narrowed' | 'accountId'>> => {
  const account = new ToldAccount(schema, context.store);
  const given = Object.entries(filters).flatMap(([name, by]) => {
    const text = args[name];
    return typeof text === 'string' ? [{ by, params: paramsFrom(by.of, text, account) }] : [];
  });
  const narrowed = await Promise.all(
    given.map(async ({ by, params }) => ({ by, id: await idOf(by, params, context) })),
  );
  const { accountId } = account.params;
  return { narrowed, ...(accountId !== undefined && { accountId }) };
};
/** What an event calls it: the things by which events are narrowed have keys of one part. */
const idOf = async ({ of }: EventFilter, params: Readonly<Record<string, string>>, context: Context) => {
  const entity = await canonical(refFor(context.store, of, undefined, params), context);
  return Object.values(entity.params).at(-1) ?? '';
};
