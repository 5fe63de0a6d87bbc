/** The schema as it is committed. */
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

/** A schema as text. Each REST operation has a line of its own, so that a change of one is a change of one line. */
export const printedSchema = (schema: GraphQLSchema): string =>
  `${printSchemaWithDirectives(schema)}\n`.replace(
    /^( *)(?!directive )(\S.*?) (@rest\(.*?)( \{)?$/gm,
    (_, indent, before, rests, brace = '') =>
      `${indent}${before}${rests
        .split(/ (?=@rest\()/)
        .map((rest: string) => `\n${indent}  ${rest}`)
        .join('')}${brace}`,
  );
