import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { printed } from '../../../schema/print.ts';
import { answerOfError } from '../http/errors.ts';
import { stored } from '../http/stored.ts';

interface Options {
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** Whether it may be compressed. */
  readonly compression: boolean;
  /** The refusal of a request of nobody. */
  readonly refusalOf: (request: Request) => Promise<GraphQLError | undefined>;
}

/** Gives the schema as a text to code generators and editors: unlike introspection it says which fields call Zoom (`@rest`). */
export const useSchemaFile = ({ path, schema, compression, refusalOf }: Options): Plugin => {
  const answer = stored(compression);
  let text: Buffer<ArrayBuffer> | undefined;
  const make = async () => {
    text ??= Buffer.from(printed(schema));
    return text;
  };
  return {
    onRequest: async ({ request, url, endResponse, fetchAPI }) => {
      if (url.pathname !== path || !['GET', 'HEAD'].includes(request.method)) return;
      const refusal = await refusalOf(request);
      if (refusal) {
        const { body: said, ...refused } = answerOfError(refusal);
        return endResponse(new fetchAPI.Response(said, refused));
      }
      const file = { key: path, type: 'text/plain; charset=utf-8', cacheControl: 'no-cache', make };
      const { body, ...rest } = await answer(request, file);
      endResponse(new fetchAPI.Response(body, rest));
    },
  };
};
