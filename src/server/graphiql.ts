/** GraphiQL, whole from its package: the page loads nothing from any other host. */
import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import { examples } from './examples.ts';
import { type FileInputs, type GraphiQL, graphiql, PART_PARAM, type Part, type Shown } from './graphiql-page.ts';
import { wantsPage } from './http/accept.ts';
import { type StoredAnswer, stored } from './http/stored.ts';

const options = (): GraphiQLOptions => ({
  title: 'Zoom GraphQL gateway',
  defaultTabs: examples().map(({ query, variables }) => ({
    query,
    variables: variables ? JSON.stringify(variables, null, 2) : null,
    headers: null,
  })),
  method: 'POST', // it would subscribe by GET, which any page can send
  shouldPersistHeaders: false, // a header may hold a Zoom token
  schemaDescription: true,
  inputValueDeprecation: true,
  directiveIsRepeatable: true,
});

interface Where extends Shown {
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** Whether the page may be compressed. */
  readonly compression: boolean;
}

/** The page is asked for each time whether it is still the same: another version of the gateway has another one. */
const ASK_FIRST = 'no-cache';
/** A part's name tells its bytes. */
const FOREVER = 'public, max-age=31536000, immutable';

const fileInputsOf = (schema: GraphQLSchema): FileInputs =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .map(
        (type) =>
          [
            type.name,
            Object.values(type.getFields()).filter(({ type }) => getNamedType(type).name === 'File'),
          ] as const,
      )
      .filter(([, fields]) => fields.length > 0)
      .map(([name, fields]) => [name, fields.map(({ name }) => name)]),
  );

interface Made {
  /** What it was made from. */
  readonly key: string;
  readonly page: WeakRef<Promise<GraphiQL>>;
}
/** What was made last for a schema, by any gateway of this process. */
const lastFor = new WeakMap<GraphQLSchema, Made>();
/** Makes it, which takes a tenth of a second and ten megabytes: what was made last is used again until the memory is wanted for something else. */
const madeFor =
  (bars: Shown, schema: GraphQLSchema) =>
  (shown: GraphiQLOptions): Promise<GraphiQL> => {
    const key = JSON.stringify([shown, bars]);
    const last = lastFor.get(schema);
    const known = last?.key === key ? last.page.deref() : undefined;
    if (known) return known;
    const made = graphiql(shown, bars, fileInputsOf(schema));
    lastFor.set(schema, { key, page: new WeakRef(made) });
    return made;
  };

/**
 * Shows GraphiQL to whoever would rather see a page than data. The package is some nine megabytes: it is read when first asked for.
 * Nearly all of it is in parts with names of their own, for browsers drop what they keep of a URL to which a query was posted.
 */
export const useGraphiQL = ({ path, schema, compression, ...bars }: Where): Plugin => {
  const made = madeFor(bars, schema);
  const answerPage = stored(compression);
  const pageFor = (request: Request): Promise<StoredAnswer> => {
    const shown = options();
    // The examples' dates change from day to day, and the page with them.
    const key = JSON.stringify(shown);
    const make = async () => (await made(shown)).page;
    return answerPage(request, { key, type: 'text/html; charset=utf-8', cacheControl: ASK_FIRST, make });
  };

  type AnswerPart = (request: Request) => Promise<StoredAnswer>;
  let parts: Promise<ReadonlyMap<string, AnswerPart>> | undefined;
  const answersOf = async (): Promise<ReadonlyMap<string, AnswerPart>> => {
    const { parts } = await made(options());
    return new Map([...parts].map(([name, { type }]) => [name, answerOf(name, type)]));
  };
  const answerOf = (key: string, type: Part['type']): AnswerPart => {
    const answer = stored(compression);
    const make = async () => {
      const part = (await made(options())).parts.get(key);
      if (!part) throw new Error(`GraphiQL has no part ${key} any more.`);
      return part.bytes;
    };
    return (request) => answer(request, { key, type, cacheControl: FOREVER, make });
  };
  const partFor = async (request: Request, name: string): Promise<StoredAnswer | undefined> => {
    parts ??= answersOf();
    return (await parts).get(name)?.(request);
  };

  return {
    onRequest: async ({ request, url, endResponse, fetchAPI }) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (!isRead || url.pathname.replace(/\/$/, '') !== path) return;
      const part = url.searchParams.get(PART_PARAM);
      const answer =
        (part !== null && (await partFor(request, part))) ||
        (wantsPage(request.headers.get('accept')) && (await pageFor(request)));
      if (answer) endResponse(new fetchAPI.Response(answer.body, answer));
    },
  };
};
