/**
 * What is wrong with the values that a client gives: by graphql's words, but for the values themselves. graphql and the libraries of
 * scalars quote what they refuse, which may be a password, and whoever sees an error or a log sees it then.
 */
import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  Kind,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { expectedOf } from '../../../schema/types/expected.ts';
import { givenUp, isGivenUp } from './limits.ts';

/** More errors of variables are not told, as graphql does. */
const MOST_ERRORS = 50;

/** Stands before all that looks at errors, and before what adds their codes. */
export const useInputErrors = (): Plugin => ({
  onParse:
    () =>
    ({ result, replaceParseResult }) => {
      if (result instanceof GraphQLError) replaceParseResult(withoutToken(result));
    },
  onValidate:
    ({ params: { schema, documentAST } }) =>
    ({ valid, result, setResult }) => {
      if (!valid) setResult(withoutLiterals(schema, documentAST, result));
    },
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result, setResult }) => {
      if (isAsyncIterable(result) || !result.errors?.some(isOfVariable)) return;
      setResult({ ...result, errors: errorsOfVariables(args) });
    },
  }),
});

/** An error of syntax names what it found; words are needed to find the place, values are not. */
const withoutToken = (error: GraphQLError): GraphQLError => {
  const { source, positions, extensions } = error;
  const message = error.message.replace(/\b(found|Unexpected) (String|BlockString|Int|Float) ".*"\.$/s, '$1 $2.');
  return new GraphQLError(message, { source, positions, extensions });
};

const VALUES: ReadonlySet<string> = new Set<Kind>([
  Kind.STRING,
  Kind.INT,
  Kind.FLOAT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

const withoutLiterals = (schema: GraphQLSchema, document: DocumentNode, errors: readonly Error[]): Error[] => {
  const firstOf = (error: Error) => (error instanceof GraphQLError ? error.nodes?.[0] : undefined);
  const types = typesAt(schema, document, new Set(errors.flatMap((error) => firstOf(error) ?? [])));
  return errors.map((error) => {
    if (!(error instanceof GraphQLError)) return error;
    const node = firstOf(error);
    if (!node) return isGivenUp(error) ? givenUp() : placeless(error);
    const type = node && types.get(node);
    if (!type) return error;
    // What is said of an input object is which of its fields are missing or unknown.
    const named = getNamedType(type);
    if (node.kind === Kind.OBJECT && isInputObjectType(named)) {
      const { message, nodes, extensions } = error;
      return new GraphQLError(withKeys(message, named), { nodes, extensions });
    }
    return new GraphQLError(expectedOfLiteral(type, node), { nodes: error.nodes, extensions: error.extensions });
  });
};

/** Some scalars do not say which literal it is that they quote. graphql has but one error of its own without a place. */
const placeless = (error: GraphQLError): GraphQLError =>
  error.extensions.code !== undefined || error.message.startsWith('Too many validation errors')
    ? error
    : new GraphQLError('A value in the query is not of the type that it should have.');

/** The types that literals should have. */
const typesAt = (schema: GraphQLSchema, document: DocumentNode, nodes: ReadonlySet<ASTNode>) => {
  const types = new TypeInfo(schema);
  const found = new Map<ASTNode, GraphQLInputType>();
  visit(
    document,
    visitWithTypeInfo(types, {
      enter: (node) => {
        if (!VALUES.has(node.kind) || !nodes.has(node)) return;
        // Within a list, `types` tells what its items should be.
        const type = node.kind === Kind.LIST ? types.getParentInputType() : types.getInputType();
        if (type) found.set(node, type);
      },
    }),
  );
  return found;
};

const isOfVariable = ({ nodes, path }: GraphQLError): boolean =>
  path === undefined && nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** Coerces the variables again, now that they have failed, and tells where and why, but not what was given. */
const errorsOfVariables = ({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError[] => {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return definitions
    .flatMap((definition) => errorsOfVariable(schema, definition, variableValues ?? {}))
    .slice(0, MOST_ERRORS);
};

const errorsOfVariable = (
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): GraphQLError[] => {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  const refusal = (message: string) =>
    new GraphQLError(`Variable "$${name}" ${message}`, {
      nodes: definition,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
    });
  if (!Object.hasOwn(values, name)) {
    const isMissing = !definition.defaultValue && getNullableType(type) !== type;
    return isMissing ? [refusal(`of required type "${type}" was not provided.`)] : [];
  }
  const errors: GraphQLError[] = [];
  coerceInputValue(values[name], type, (path, value, error) => {
    const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    const isNull = value === null || value === undefined;
    const reason = reasonOf(error, typeAt(type, path), value, isNull);
    errors.push(refusal(`got an invalid value${place && ` at "${name}${place}"`}; ${reason}`));
  });
  return errors;
};

/** Of a `@oneOf` of which none or several are given, graphql does not say which there are. */
const withKeys = (message: string, type: GraphQLInputType): string => {
  const keys = isInputObjectType(type) && type.isOneOf ? Object.keys(type.getFields()) : [];
  const isMeant = /exactly one key/i.test(message) && keys.length > 0 && keys.length <= MOST_KEYS;
  return isMeant ? `Give exactly one of ${keys.map((key) => `\`${key}\``).join(', ')}.` : message;
};
/** More keys are not listed. */
const MOST_KEYS = 12;

/** Of a value that a scalar or an enum refuses, what the type takes is told, unless the scalar has words of its own for it. */
const reasonOf = (error: GraphQLError, type: GraphQLInputType, value: unknown, isNull: boolean): string =>
  isLeafType(getNamedType(type)) && !isNull && error.extensions.code !== 'BAD_USER_INPUT'
    ? expected(type, value)
    : withKeys(error.message, getNamedType(type));
const expected = (type: GraphQLInputType, value?: unknown): string => {
  const named = getNamedType(type);
  return isLeafType(named) ? expectedOf(named, value) : `Expected a value of type "${named.name}".`;
};
/** In a query, the words of an enum have no quotes. */
const expectedOfLiteral = (type: GraphQLInputType, node: ASTNode): string => {
  const said = expected(type, 'value' in node ? node.value : undefined);
  return node.kind === Kind.STRING ? said.replace(/(Did you mean \w+)\?$/, '$1, without quotes?') : said;
};

const typeAt = (type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType =>
  path.reduce<GraphQLInputType>((at, key) => {
    const list = getNullableType(at);
    if (typeof key === 'number') return isListType(list) ? list.ofType : at;
    const object = getNamedType(at);
    return (isInputObjectType(object) && object.getFields()[key]?.type) || at;
  }, type);
