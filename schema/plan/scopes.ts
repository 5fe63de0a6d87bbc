/** Which scopes of a Zoom app operations need, by the endpoints that they mention. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { mentionedIn } from '../../src/engine/executor/mentions.ts';
import { familyOf } from '../../src/zoom/auth/scopes.ts';
import { type Endpoint, nameOf, subAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { endpointsOf } from '../types/rest.ts';
import { extensionsOf } from './selection.ts';

/** A scope of each kind that allows an endpoint; a kind of which Zoom documents none is absent. */
export interface Scopes {
  readonly classic?: string;
  readonly granular?: string;
}
/** Forms of a scope, those that apps of a whole account have first. */
const FORMS = [/:admin$/, /:master$/, /./];

/** The first scope of each kind that an app of a whole account can have. */
export const scopesFor = ({ scopes }: Pick<Endpoint, 'scopes'>): Scopes => {
  const of = (family: string) => {
    const known = scopes.filter((scope) => familyOf(scope) === family);
    return FORMS.flatMap((form) => known.filter((scope) => form.test(scope)))[0];
  };
  const [classic, granular] = [of('classic'), of('granular')];
  return { ...(classic && { classic }), ...(granular && { granular }) };
};

/** The endpoints without the forms for sub accounts of those that have one, each operation of Zoom's once. */
export const ofOwnAccount = (endpoints: readonly Endpoint[]): Endpoint[] => {
  const forSubs = new Set(endpoints.map(subAccountEndpoint));
  return [...new Map(endpoints.filter((one) => !forSubs.has(one)).map((one) => [nameOf(one), one])).values()];
};

/** What one operation of a document may call. */
export interface Needs {
  /** The operation's name; undefined of one without. */
  readonly name: string | undefined;
  /** What its fields call in any case. */
  readonly always: readonly Endpoint[];
  /** What reads fields that are not known by then. */
  readonly perhaps: readonly Endpoint[];
}

/** What the operations of a valid document need in the own account. */
export const needsOf = (schema: GraphQLSchema, document: DocumentNode): Needs[] => {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  return operations.map((operation) => {
    const [always, perhaps]: [Endpoint[], Endpoint[]] = [[], []];
    for (const [type, fields] of mentionedIn({ schema, operation, fragments })) {
      perhaps.push(...endpointsOf(type).filter(({ method }) => method === 'GET'));
      for (const field of fields) {
        const { fetches = false } = extensionsOf(field);
        for (const one of endpointsOf(field)) (fetches || one.method !== 'GET' ? always : perhaps).push(one);
      }
    }
    const called = ofOwnAccount(always);
    const names = new Set(called.map(nameOf));
    const others = ofOwnAccount(perhaps).filter((one) => !names.has(nameOf(one)));
    return { name: operation.name?.value, always: called, perhaps: others };
  });
};
