/**
 * Code made for a plan. An object that is written down whole is made several times faster than one that grows by keys which differ
 * from plan to plan, and read faster by names that stand in the code. Only names of GraphQL and keys of Zoom's shapes become code.
 */

/** The result of a function's body in which these values have names. */
export const compiled = <T>(body: string, values: Readonly<Record<string, unknown>> = {}): T =>
  new Function(...Object.keys(values), body)(...Object.values(values)) as T;

/** A field's name as a key: an alias may be what JavaScript takes for the prototype. */
export const keyIn = (name: string): string => (name === '__proto__' ? '["__proto__"]' : `"${name}"`);

/** Makes objects with these keys, whose values are still to come. */
export const blankOf = (names: readonly string[]): (() => Record<string, unknown>) =>
  compiled(`return () => ({ ${names.map((name) => `${keyIn(name)}: undefined`)} });`);
