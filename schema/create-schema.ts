/** A schema of some domains: each adds its types, its roots, and the edges that it gives to the types of others. */
import { type GraphQLObjectType, GraphQLSchema } from 'graphql';
import { bindLeafReaders } from '../src/engine/leaf-reader.ts';
import { rootsDomain } from './domains/roots.ts';
import { nodesDomain } from './fields/entity.ts';
import { withPartIds } from './fields/part-ids.ts';
import './fields/connection/field.ts';
import { markKnownTotals } from './fields/connection/known-totals.ts';
import './fields/file-link.ts';
import './fields/object.ts';
import './fields/row.ts';
import './fields/mutation.ts';
import { addQuestions } from './questions/add-questions.ts';
import { createBuilder, type Domain } from './types/builder.ts';
import { idempotentDirective } from './types/idempotent.ts';
import { interfacesIn } from './types/interfaces.ts';
import { withoutLeftovers } from './types/leftovers.ts';
import { needsDirective } from './types/permissions.ts';
import { restDirective, restDomain } from './types/rest.ts';
import { describeCalls } from './types/rest-in-words.ts';
import { semanticNonNullDirective } from './types/semantic-non-null.ts';

export type { Domain };

/** What one reads first in the documentation of the graph. */
const DESCRIPTION = `One graph over the REST API of a Zoom account. Begin at \`me\`, \`users\`, \`account\` or \`node\`.

**IDs.** \`id\` is a global ID, which \`node\` and all arguments take. \`zoomId\`, and every field that ends in \`Id\`, is Zoom's own ID.

**Lists** are Relay connections: \`first\` items, then those \`after\` the \`endCursor\` of the page before.
\`where\`, \`search\` and \`orderBy\` filter and sort any list; its \`stats\` and \`groups\` sum it up.

**Cost.** Fields may call Zoom, whose rate limits make calls wait. The header \`x-zoom-dry-run: 1\` reports the calls of an operation without
running it. One that cannot have all its calls in time is refused before it runs.

**Errors.** A field that fails is null, and has an error with \`extensions.code\`; the other fields have their data.`;

/** The executable schema, with `@rest` among its directives. Its types and fields stand as they were declared: who prints it sorts it. */
export const createSchema = ({ domains }: { readonly domains: readonly Domain[] }): GraphQLSchema => {
  const builder = createBuilder();
  for (const domain of [rootsDomain, restDomain, nodesDomain, ...domains]) domain(builder);
  const built = bindLeafReaders(withPartIds(builder.toSchema({ sortSchema: false })));
  const interfaces = interfacesIn(built, builder);
  describeCalls(built);
  addQuestions(built);
  const { directives, ...config } = built.toConfig();
  // Domains that only read leave the other roots without a field, which GraphQL does not allow.
  const [mutation, subscription] = [config.mutation, config.subscription].map((root) =>
    Object.keys(root?.getFields() ?? {}).length > 0 ? root : undefined,
  );
  const left = [config.mutation, config.subscription].filter((root) => root !== mutation && root !== subscription);
  const whole = new GraphQLSchema({
    ...config,
    description: DESCRIPTION,
    mutation,
    subscription,
    types: [...interfaces, ...config.types].filter((type) => !left.includes(type as GraphQLObjectType)),
    directives: [
      ...directives,
      needsDirective(built),
      restDirective(built),
      semanticNonNullDirective,
      ...(mutation ? [idempotentDirective] : []),
    ],
  });
  return markKnownTotals(withoutLeftovers(whole, builder));
};
