/** The whole graph: each domain's file adds its types, its roots, and the edges that it gives to others. */
import { type GraphQLEnumType, GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './entity.ts';
import './connection.ts';
import './object.ts';
import './mutation.ts';
import { restDirective } from './rest.ts';
import './roots.ts';
import './accounts.ts';
import './billing.ts';
import './account-settings.ts';
import './users.ts';
import './roles.ts';
import './groups.ts';
import './meetings.ts';
import './registrants.ts';
import './polls.ts';
import './past-meetings.ts';
import './recordings.ts';
import './phone/index.ts';
import './information-barriers.ts';
import './surveys.ts';
import './tracking-fields.ts';
import './dashboards/index.ts';
import './rate-limit.ts';

const built = builder.toSchema();
const enumOf = (name: string) => built.getType(name) as GraphQLEnumType;
const config = built.toConfig();

/** The executable schema, with `@rest` among its directives. */
export const schema = new GraphQLSchema({
  ...config,
  directives: [...config.directives, restDirective(enumOf('RestMethod'), enumOf('RateLimitLabel'))],
});
