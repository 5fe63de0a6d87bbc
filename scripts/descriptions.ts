/**
 * Part of `npm run check`: how much of the graph is described, in percent. Nothing may be described less than it was: whoever describes
 * more raises the floors.
 */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** The least percentage of each kind that has a description. */
const FLOORS = { types: 100, fields: 100, arguments: 100, 'input fields': 100, 'enum values': 100 } as const;

type Described = { readonly description?: string | null };
const schema = buildSchema(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const fields = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
const all: Readonly<Record<keyof typeof FLOORS, readonly Described[]>> = {
  types,
  fields,
  arguments: fields.flatMap(({ args }) => args),
  'input fields': types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields())),
  'enum values': types.filter(isEnumType).flatMap((type) => type.getValues()),
};

for (const [kind, floor] of Object.entries(FLOORS)) {
  const parts = all[kind as keyof typeof FLOORS];
  const described = parts.filter(({ description }) => description).length;
  const percent = Math.floor((1000 * described) / parts.length) / 10;
  console.log(`${kind}: ${described} of ${parts.length} are described, ${percent} %`);
  if (percent < floor) {
    console.error(`At least ${floor} % of the ${kind} must be described: see FLOORS in scripts/descriptions.ts.`);
    process.exitCode = 1;
  }
}
