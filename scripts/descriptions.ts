/** Part of `npm run check`: all of the graph is described. What is not is named. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

interface Part {
  readonly name: string;
  readonly description?: string | null;
}
const schema = buildSchema(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** The parts of something, by names that say whose they are. */
const within = (owner: string, parts: readonly Part[]): Part[] =>
  parts.map(({ name, description }) => ({ name: `${owner}.${name}`, description }));
const fields = types
  .filter((type) => isObjectType(type) || isInterfaceType(type))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ field, at: `${type.name}.${field.name}` })));
const all: Readonly<Record<string, readonly Part[]>> = {
  types,
  fields: fields.map(({ field: { description }, at: name }) => ({ name, description })),
  arguments: fields.flatMap(({ field, at }) => within(at, field.args)),
  'input fields': types.filter(isInputObjectType).flatMap((type) => within(type.name, Object.values(type.getFields()))),
  'enum values': types.filter(isEnumType).flatMap((type) => within(type.name, type.getValues())),
};

for (const [kind, parts] of Object.entries(all)) {
  const silent = parts.filter(({ description }) => !description);
  console.log(`${kind}: ${parts.length - silent.length} of ${parts.length} are described`);
  if (silent.length === 0) continue;
  console.error(`Without a description: ${silent.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
