/** Which session a request has, by its headers: who asks, what that may do, and whose Zoom credential its calls are made with. */
import { createSession, Permissions, type Permissions as Permitted, type Session } from '../../resolvers/session.ts';
import type { Client, Zoom } from '../zoom/client/client.ts';
import { type AskedBy, bearerOf, unauthenticated } from './auth/bearer.ts';
import { contentOf } from './auth/file.ts';
import { jwtVerifier, keysAt } from './auth/jwt.ts';
import { type KeyRecord, Keys, keysIn } from './auth/keys.ts';
import { Usages } from './auth/usages.ts';
import { type Config, ConfigError, SETTINGS } from './config.ts';
import type { Log } from './log.ts';

/** Says who asks, once per request. Throws the refusal of a request of nobody. */
export type SessionFor = (headers: AskedBy, client: Client) => Session | Promise<Session>;

export type AuthConfig = Pick<
  Config,
  'auth' | 'authKeys' | 'authKeysFile' | 'jwtIssuer' | 'jwtAudience' | 'jwtKeys' | 'jwtAlgorithms' | 'jwtClaim'
>;

/** The sessions of requests, as the setting AUTH has it. */
export const sessionsBy = (config: AuthConfig, log: Log): SessionFor => {
  const usages = new Usages();
  const sessionOf = (principal: string, permissions: Permitted, zoom: Zoom): Session =>
    createSession({ principal, permissions, zoom, usage: usages.of(principal) });
  switch (config.auth) {
    case 'keys': {
      const keys = keysBy(config, log);
      return async (headers, client) => {
        const bearer = bearerOf(headers);
        if (!bearer) throw unauthenticated('Send a key of this gateway in the header `Authorization: Bearer zg_...`.');
        const holder = (await keys()).find(bearer);
        if (!holder) throw unauthenticated('The key is not one of this gateway, or was revoked.', true);
        return sessionOf(holder.name, holder.permissions, client.as());
      };
    }
    case 'jwt': {
      const { jwtIssuer: issuer = '', jwtAudience: audience = '' } = config;
      const { jwtAlgorithms: algorithms, jwtClaim: claim, jwtKeys = '' } = config;
      const verify = jwtVerifier({ issuer, audience, algorithms, claim, keys: keysAt(jwtKeys, log) });
      return async (headers, client) => {
        const bearer = bearerOf(headers);
        if (!bearer) throw unauthenticated(`Send a token of ${issuer} in the header \`Authorization: Bearer ...\`.`);
        const { name, permissions } = await verify(bearer);
        return sessionOf(name, permissions, client.as());
      };
    }
    case 'caller':
      return (headers, client) => {
        const bearer = bearerOf(headers);
        if (!bearer) throw unauthenticated('Send a Zoom access token in the header `Authorization: Bearer ...`.');
        const zoom = client.as(bearer);
        return sessionOf(`Zoom token ${zoom.key.slice(0, 8)}`, Permissions.all, zoom);
      };
    default:
      return (_, client) => sessionOf('anyone', Permissions.all, client.as());
  }
};

type KeysConfig = Pick<AuthConfig, 'authKeys' | 'authKeysFile'>;
/** The keys that are good now. */
const keysBy = ({ authKeys = [], authKeysFile }: KeysConfig, log: Log): (() => Promise<Keys>) => {
  const fixed = new Keys(authKeys);
  if (authKeysFile === undefined) return async () => fixed;
  const parse = (text: string) => new Keys([...authKeys, ...keysIn(text)]);
  return contentOf({ path: authKeysFile, parse, none: fixed, log });
};

/** Rejects with a ConfigError where nobody could be let in. What is asked for over the network is not asked for here. */
export const checkAuth = async (config: AuthConfig, log: Log): Promise<void> => {
  const wrong = (why: string) => new ConfigError(`The settings cannot be used:\n- ${why}`);
  const reason = (error: unknown) => (error instanceof Error ? error.message : '');
  if (config.auth === 'keys') {
    const { authKeys, authKeysFile } = SETTINGS;
    const keys = await keysBy(config, log)().catch((error: unknown) => {
      throw wrong(`${authKeysFile.name} cannot be used: ${reason(error)}`);
    });
    if (keys.size === 0)
      throw wrong(
        `AUTH is keys, and there is none. Run \`npm run keys -- create --name laptop --file keys.json\`, and set ${authKeysFile.name}=keys.json; or put its record into ${authKeys.name}.`,
      );
  }
};

export type { KeyRecord };
