/** What clients must know of the schema: its scalars, which of its types are parts of others, and which fields are connections. */
import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { scalars } from '../examples/clients/scalars.ts';

export interface CacheFacts {
  /** The types that are no nodes: each of their objects belongs to the one that leads to it. */
  readonly parts: readonly string[];
  /** The types that a value of an interface or a union may be of. */
  readonly possibleTypes: Readonly<Record<string, readonly string[]>>;
  /** The connections by type and field, each with the arguments that make another list of it. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Arguments that ask for another page of the same list. */
const PAGING: ReadonlySet<string> = new Set(['first', 'after']);
const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');
const isConnection = (type: unknown): boolean => isObjectType(type) && type.name.endsWith('Connection');
/** Every client knows the types of connections by their names. */
const isOfConnections = ({ name }: GraphQLObjectType): boolean => /(Connection|Edge|^PageInfo)$/.test(name);

export const cacheFactsOf = (schema: GraphQLSchema): CacheFacts => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const objects = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    parts: objects
      .filter((type) => !roots.includes(type) && !isOfConnections(type) && !isNode(type))
      .map(({ name }) => name),
    possibleTypes: Object.fromEntries(
      Object.values(schema.getTypeMap())
        .filter(isAbstractType)
        .filter(({ name }) => name !== 'Node')
        .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    connections: Object.fromEntries(
      objects.flatMap((type) => {
        const fields = Object.values(type.getFields()).filter((field) => isConnection(getNamedType(field.type)));
        return fields.length > 0 ? [[type.name, Object.fromEntries(fields.map(keyedBy))]] : [];
      }),
    ),
  };
};
const keyedBy = ({ name, args }: GraphQLField<unknown, unknown>): [string, string[]] => [
  name,
  args.map((arg) => arg.name).filter((arg) => !PAGING.has(arg)),
];

/** The custom scalars with their types in TypeScript. Throws where one has none. */
export const scalarsOf = (schema: GraphQLSchema): Readonly<Record<string, string>> => {
  const known: Readonly<Record<string, string>> = scalars;
  const custom = Object.values(schema.getTypeMap()).filter(
    (type) => isScalarType(type) && !isSpecifiedScalarType(type),
  );
  return Object.fromEntries(
    custom.map(({ name }) => {
      const type = known[name];
      if (!type) throw new Error(`examples/clients/scalars.ts has no type for the scalar ${name}.`);
      return [name, type];
    }),
  );
};

/** The settings of relay-compiler, but for the place of the sources. */
export const relayConfigOf = (schema: GraphQLSchema) => ({
  src: './src',
  schema: './schema.graphql',
  language: 'typescript',
  eagerEsModules: true,
  noFutureProofEnums: true,
  customScalarTypes: scalarsOf(schema),
  featureFlags: { enable_strict_custom_scalars: true },
});

/** A table of the scalars for a page. */
export const scalarsTable = (schema: GraphQLSchema): string => {
  const rows = Object.entries(scalarsOf(schema)).map(([name, type]) => {
    const [sentence = ''] = schema.getType(name)?.description?.split(/(?<=\.)\s/) ?? [];
    return `| \`${name}\` | \`${type.replaceAll('|', '\\|')}\` | ${sentence.replaceAll('\n', ' ')} |`;
  });
  return ['| scalar | TypeScript | what it is |', '| --- | --- | --- |', ...rows].join('\n');
};

/** The types of gql.tada, which takes the scalars as a type. */
export const tadaBlock = (schema: GraphQLSchema): string => {
  const types = Object.entries(scalarsOf(schema)).map(([name, type]) => `    ${name}: ${type};`);
  return [
    '```ts',
    "import { initGraphQLTada } from 'gql.tada';",
    "import type { introspection } from './graphql-env.d.ts';",
    '',
    'export const graphql = initGraphQLTada<{',
    '  introspection: introspection;',
    '  scalars: {',
    ...types,
    '  };',
    '}>();',
    '```',
  ].join('\n');
};

/** A file in a block of code. */
export const blockOf = (path: string): string => {
  const language = path.split('.').at(-1);
  return `\`\`\`${language}\n${readFileSync(path, 'utf8').trimEnd()}\n\`\`\``;
};

/** JSON with one line for each entry of its objects, so that a difference shows what has changed. */
export const cacheJson = ({ parts, possibleTypes, connections }: CacheFacts): string => {
  const byType = (facts: object) => Object.entries(facts).map(([type, one]) => `    "${type}": ${spaced(one)}`);
  const names = parts.map((name) => `    "${name}"`);
  const objects = Object.entries({ possibleTypes, connections }).map(
    ([name, facts]) => `  "${name}": {\n${byType(facts).join(',\n')}\n  }`,
  );
  return `{\n  "parts": [\n${names.join(',\n')}\n  ],\n${objects.join(',\n')}\n}\n`;
};
const spaced = (value: object): string => JSON.stringify(value).replaceAll(/([:,])/g, '$1 ');
