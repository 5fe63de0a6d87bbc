/** What paths say: `/a/{x}/b` is a collection, `/a/{x}/b/{y}` a thing in it. */
import { declared, type Endpoint, ownAccountEndpoint } from '../zoom/declare/endpoint.ts';

/** The last segment's parameter of a path, and the path of the collection that it lies in. */
export const itemOf = (path: string): { parent: string; parameter: string } | undefined => {
  const [, parent, parameter] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
  return parent === undefined || parameter === undefined ? undefined : { parent, parameter };
};
/** A path whose parameters have no names. */
export const nameless = (path: string): string => path.replace(/\{\w+\}/g, '{}');
/** The last segment of a path. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** The declared endpoints but for those below /accounts/{accountId}, which sub accounts answer as they do these. */
export const declaredHere = (): readonly Endpoint[] => declared().filter((each) => ownAccountEndpoint(each) === each);
/** Those of them at a path. */
export const declaredAt = (path: string): readonly Endpoint[] =>
  declaredHere().filter((each) => nameless(each.path) === nameless(path));
