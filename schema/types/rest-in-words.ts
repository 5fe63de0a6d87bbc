/**
 * `@rest` in words. Introspection shows no directives, and GraphiQL and other editors show what it tells: so the descriptions of fields and
 * types end with the calls that they may make. The printed schema has `@rest` itself, and not the words as well.
 */
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Rest } from './builder.ts';

/** Begins the words, in a paragraph of their own. */
const BEGIN = '\n\nREST: ';
/** More are counted: of a field such as `node` they say nothing. */
const MOST = 3;
/** The same operation of a sub account, which needs no words of its own. */
const OF_SUB_ACCOUNT = '/accounts/{accountId}';

type Calling = GraphQLObjectType | GraphQLField<unknown, unknown>;

/** Adds the words to the descriptions of a schema. */
export const describeCalls = (schema: GraphQLSchema): void => {
  for (const calling of callingIn(schema)) {
    const words = inWords(calling);
    if (words) calling.description = `${calling.description ?? ''}${BEGIN}${words}`;
  }
};

/** Takes them away again. */
export const undescribeCalls = (schema: GraphQLSchema): void => {
  for (const calling of callingIn(schema)) calling.description = withoutCalls(calling.description);
};

/** A description without the words: for what is described as a field is, but calls nothing. */
export const withoutCalls = (description: string | null | undefined): string | undefined =>
  description?.split(BEGIN, 1)[0] || undefined;

function* callingIn(schema: GraphQLSchema): Generator<Calling> {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type)) {
      yield type;
      yield* Object.values(type.getFields());
    }
}

/** "`GET /users` (MEDIUM; scope `user:read:admin` or `user:read:list_users:admin`) or ..." */
const inWords = ({ extensions }: Calling): string | undefined => {
  const { rest = [] } = (extensions as { directives?: { rest?: readonly Rest[] } }).directives ?? {};
  const own = withoutTwins(rest);
  const said = own.slice(0, MOST).map(callInWords);
  if (own.length > MOST) said.push(`one of ${own.length - MOST} others`);
  return said.length > 0 ? `${said.join(' or ')}.` : undefined;
};

const withoutTwins = (rest: readonly Rest[]): readonly Rest[] => {
  const own = new Set(rest.map(({ method, path }) => `${method} ${path}`));
  return rest.filter(
    ({ method, path }) =>
      !path.startsWith(OF_SUB_ACCOUNT) || !own.has(`${method} ${path.slice(OF_SUB_ACCOUNT.length)}`),
  );
};

const callInWords = ({ method, path, limit, scopes }: Rest): string => {
  const by = scopes.length > 0 ? `; scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}` : '';
  return `\`${method} ${path}\` (${limit}${by})`;
};
