import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Documents, KnownDocument } from '../../engine/documents.ts';

/** Where the context of a request holds what is known of its text. */
const KNOWN = Symbol('known');
interface WithKnown {
  readonly [KNOWN]?: KnownDocument;
}

/**
 * Parses and validates a document once, and not again for texts that differ from it in literals alone. Limits on queries hold for
 * these too: a form fixes the number of tokens, of levels and of aliases. What is not valid is not remembered.
 */
export const useDocuments = (documents: Documents): Plugin<WithKnown> => ({
  onParse: ({ params: { source }, extendContext, setParsedDocument }) => {
    const known = documents.find(typeof source === 'string' ? source : source.body);
    if (!known) return;
    extendContext({ [KNOWN]: known });
    setParsedDocument(known.document);
  },
  onValidate: ({ params: { documentAST }, context, setResult }) => {
    if (context[KNOWN]) return setResult([]);
    return ({ valid }) => {
      if (valid) documents.keep(documentAST);
    };
  },
  onExecute: ({ args }) => {
    const { variables, locate } = args.contextValue[KNOWN] ?? {};
    if (!variables || !locate) return undefined;
    args.variableValues = { ...args.variableValues, ...variables };
    return {
      onExecuteDone: ({ result, setResult }) => {
        if (isAsyncIterable(result) || !result.errors) return;
        const errors = result.errors.map((error) => (error instanceof GraphQLError ? locate(error) : error));
        setResult({ ...result, errors });
      },
    };
  },
});
