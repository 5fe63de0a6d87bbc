import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Documents, KnownDocument } from '../../engine/documents.ts';

/** Where the context of a request holds what is known of its text. */
const KNOWN = Symbol('known');
interface WithKnown {
  readonly [KNOWN]?: KnownDocument & { readonly text: string };
}

/**
 * Parses and validates a document once, and not again for texts that differ from it in literals alone. Limits on queries hold for
 * these too: a form fixes the number of tokens, of levels and of aliases. What is not valid is not remembered.
 */
export const useDocuments = (documents: Documents): Plugin<WithKnown> => ({
  onParse: ({ params: { source }, extendContext, setParsedDocument }) => {
    const text = typeof source === 'string' ? source : source.body;
    const known = documents.find(text);
    if (!known) return;
    extendContext({ [KNOWN]: { ...known, text } });
    setParsedDocument(known.document);
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

/**
 * What is known to be valid is not validated again. Stands behind all plugins of ours that add rules: where another one adds some, or has
 * put another schema in the place of ours, the text is validated as it was sent.
 */
export const useValidity = (documents: Documents, schema: GraphQLSchema): Plugin<WithKnown> => ({
  onValidate: ({ params: { documentAST, rules }, context, validateFn, setValidationFn }) => {
    const known = context[KNOWN];
    if (!known)
      return ({ valid }) => {
        if (valid) documents.keep(documentAST);
      };
    if (known.document !== documentAST) return undefined;
    const own = rules?.length;
    setValidationFn((of, document, given, ...more) => {
      if (of === schema && given?.length === own) return [];
      return validateFn(of, known.variables ? parse(known.text) : document, given, ...more);
    });
    return undefined;
  },
});
