/** The permissions as the graph shows them, and the definition of `@needs`. */
import { DirectiveLocation, GraphQLDirective, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { PERMISSIONS, type Permission } from '../../resolvers/session.ts';
import { type Builder, perBuilder } from './builder.ts';

const WORDS: Readonly<Record<Permission, string>> = {
  read: 'To ask for what Zoom has: all fields of `Query` and `Subscription`.',
  write: 'To change something: all fields of `Mutation`.',
  sensitive:
    'To see secrets, such as passcodes, host keys, and links that grant access by themselves; and to ask by them.',
  raw: 'To see what Zoom sent as it was sent, with whatever secrets are in it.',
};
/** The type of permissions. */
export const permissionType = perBuilder((builder: Builder) =>
  builder.enumType('Permission', {
    description: 'What may be permitted to who asks.',
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
      'Who asks without this permission gets null with an error FORBIDDEN in place of the field, for which no call is made; the same where a filter, an order or a group looks at it. On a type: its fields need it, but for those that say otherwise. Null is none.',
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { permission: { type: schema.getType('Permission') as GraphQLEnumType, description: 'The permission.' } },
  });
