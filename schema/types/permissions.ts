/** The permissions as the graph shows them, and the definition of `@needs`. */
import { DirectiveLocation, GraphQLDirective, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { PERMISSIONS, type Permission } from '../../resolvers/session.ts';
import { type Builder, perBuilder } from './builder.ts';

const WORDS: Readonly<Record<Permission, string>> = {
  read: 'To read: all fields of `Query` and `Subscription`.',
  write: 'To write: all fields of `Mutation`.',
  sensitive:
    'To see secrets, such as passcodes, host keys, and links that grant access to whoever holds them; and to filter or sort by them.',
  raw: 'To see what Zoom sent as it was sent, with whatever secrets are in it.',
};
/** The type of permissions. */
export const permissionType = perBuilder((builder: Builder) =>
  builder.enumType('Permission', {
    description: 'A permission that a caller may have.',
    values: Object.fromEntries(
      PERMISSIONS.map((one) => [one.toUpperCase(), { value: one, description: WORDS[one] }]),
    ) as Record<Uppercase<Permission>, { value: Permission; description: string }>,
  }),
);

/** The directive's definition, over the enum of a built schema. */
export const needsDirective = (schema: GraphQLSchema) =>
  new GraphQLDirective({
    name: 'needs',
    description:
      'Callers without this permission get null with an error FORBIDDEN in place of the field, and no call is made for it; the same if a filter, an order or a group uses the field. On a type: its fields need it, unless they say otherwise. Null means none.',
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { permission: { type: schema.getType('Permission') as GraphQLEnumType, description: 'The permission.' } },
  });
