/** The whole graph: each domain's file adds its types, its roots, and the edges that it gives to others. */
import { type GraphQLEnumType, GraphQLSchema } from 'graphql';
import { bindLeafReaders } from '../src/engine/leaf-reader.ts';
import { builder } from './types/builder.ts';
import './fields/entity.ts';
import './fields/connection.ts';
import './fields/object.ts';
import './fields/mutation.ts';
import { restDirective } from './types/rest.ts';
import './domains/roots.ts';
import './domains/accounts.ts';
import './domains/billing.ts';
import './domains/account-settings.ts';
import './domains/users.ts';
import './domains/roles.ts';
import './domains/groups.ts';
import './domains/meetings.ts';
import './domains/registrants.ts';
import './domains/polls.ts';
import './domains/past-meetings.ts';
import './domains/recordings.ts';
import './domains/phone/index.ts';
import './domains/information-barriers.ts';
import './domains/surveys.ts';
import './domains/tracking-fields.ts';
import './domains/dashboards/index.ts';
import './domains/rate-limit.ts';

const built = bindLeafReaders(builder.toSchema());
const enumOf = (name: string) => built.getType(name) as GraphQLEnumType;
const config = built.toConfig();

/** The executable schema, with `@rest` among its directives. */
export const schema = new GraphQLSchema({
  ...config,
  directives: [...config.directives, restDirective(enumOf('RestMethod'), enumOf('RateLimitLabel'))],
});
