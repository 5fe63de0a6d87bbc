import type { GraphQLParams, Plugin } from 'graphql-yoga';
import * as z from 'zod';
import { badRequest } from './errors.ts';

/** What a client may ask of the gateway itself, beside the query: `"extensions": { "zoom": { "trace": true } }`. */
const RequestExtensions = z.strictObject({
  /** Tell the cost of the operation in place of running it. */
  dryRun: z.boolean().optional(),
  /** Tell which calls were made. */
  trace: z.boolean().optional(),
});
export type RequestExtensions = z.infer<typeof RequestExtensions>;

/** What the request asks of the gateway; nothing where it asks for what cannot be, which `useRequestExtensions` has refused. */
export const requestExtensionsOf = ({ params }: { readonly params?: GraphQLParams }): RequestExtensions => {
  const requestExtensions: unknown = params?.extensions?.zoom;
  return (requestExtensions !== undefined && RequestExtensions.safeParse(requestExtensions).data) || NONE;
};
const NONE: RequestExtensions = {};

/** Refuses what the gateway does not know, and all of them where it is set to tell nothing of its calls. */
export const useRequestExtensions = ({ extensions: areTold }: { readonly extensions: boolean }): Plugin => ({
  onParams: ({ params }) => {
    const requestExtensions: unknown = params.extensions?.zoom;
    if (requestExtensions === undefined) return;
    const { error, data } = RequestExtensions.safeParse(requestExtensions);
    if (error) {
      const [issue] = error.issues;
      const at = ['extensions.zoom', ...(issue?.path ?? [])].join('.');
      throw badRequest(
        issue?.code === 'unrecognized_keys'
          ? `${at} has ${issue.keys.map((key) => `"${key}"`).join(', ')}; it may have ${Object.keys(RequestExtensions.shape).join(' and ')}.`
          : `${at} must be ${issue?.path.length ? 'true or false' : 'an object'}.`,
      );
    }
    if (!areTold && (data.dryRun || data.trace))
      throw badRequest('This gateway is set to tell nothing of its calls (ZOOM_EXTENSIONS is off).');
  },
});
