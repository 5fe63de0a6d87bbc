/** The schema as schema.graphql shows it. */
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { restDirective } from './types/rest.ts';
import { undescribeCalls } from './types/rest-in-words.ts';

/** Types, fields and arguments are in the order of their names; the arguments of `@rest` in that of a request. */
export const printed = (schema: GraphQLSchema): string => {
  const sorted = lexicographicSortSchema(schema);
  undescribeCalls(sorted);
  const { directives, ...config } = sorted.toConfig();
  const rest = restDirective(sorted);
  const others = directives.filter(({ name }) => name !== rest.name);
  return withRestLines(
    `${printSchemaWithDirectives(new GraphQLSchema({ ...config, directives: [...others, rest] }))}\n`,
  );
};

/** Each REST operation has a line of its own, so that a change of one is a change of one line. */
const withRestLines = (text: string): string =>
  text.replace(
    /^( *)(?!directive )(\S.*?) (@rest\(.*?)( \{)?$/gm,
    (_, indent, before, rests, brace = '') =>
      `${indent}${before}${rests
        .split(/ (?=@rest\()/)
        .map((rest: string) => `\n${indent}  ${rest}`)
        .join('')}${brace}`,
  );
