/** What `@rest` says in the printed schema: which REST operation stands where in the graph. */
import { type ConstDirectiveNode, parse, valueFromASTUntyped, visit } from 'graphql';

/** One `@rest`: of a field by its coordinate ("User.meetings"), of a type by its name. */
export interface Rest {
  readonly coordinate: string;
  readonly method: string;
  readonly path: string;
  readonly limit: string;
  readonly scopes: readonly string[];
}

/** Every `@rest` of a schema's text, in its order. */
export const restsIn = (sdl: string): readonly Rest[] => {
  const rests: Rest[] = [];
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const { name, arguments: given = [] } of directives)
      if (name.value === 'rest') {
        const said = Object.fromEntries(given.map((one) => [one.name.value, valueFromASTUntyped(one.value)]));
        rests.push({ coordinate, ...said } as Rest);
      }
  };
  visit(parse(sdl), {
    ObjectTypeDefinition: ({ name: { value: type }, directives, fields = [] }) => {
      note(type, directives);
      for (const field of fields) note(`${type}.${field.name.value}`, field.directives);
    },
  });
  return rests;
};
