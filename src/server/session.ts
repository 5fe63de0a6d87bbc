/** Which session a request has, by its headers. */
import { createSession, Permissions, type Session } from '../../resolvers/session.ts';
import { type Client, type Zoom, ZoomError } from '../zoom/client/client.ts';
import type { Config } from './config.ts';

/** Says who asks, once per request. Where it throws it is asked again, and the request fails and says why. */
export type SessionFor = (headers: Pick<Headers, 'get'>, client: Client) => Session | Promise<Session>;

/** Whoever reaches the gateway may do all that its credentials, or the token in the request, can do. */
export const openSessions =
  (auth: Config['auth']): SessionFor =>
  (headers, client) =>
    createSession({ principal: auth, permissions: Permissions.all, zoom: zoomFor(client, auth, headers) });

/**
 * Zoom as the request's credential sees it. Without a token where one is needed, each call is refused; what needs no call,
 * such as GraphiQL's introspection, is answered.
 */
const zoomFor = (client: Client, auth: Config['auth'], headers: Pick<Headers, 'get'>): Zoom => {
  const bearer = bearerOf(headers);
  if (auth === 'server' || bearer) return client.as(auth === 'server' ? undefined : bearer);
  const refusal = new ZoomError(
    'UNAUTHENTICATED',
    'Send a Zoom access token in the header `Authorization: Bearer ...`.',
  );
  return {
    key: 'nobody',
    changes: 0,
    call: () => Promise.reject(refusal),
    download: () => Promise.reject(refusal),
    budget: () => Promise.reject(refusal),
    hasRoom: () => true,
    forcedBy: () => Promise.reject(refusal),
  };
};
const bearerOf = (headers: Pick<Headers, 'get'>): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
