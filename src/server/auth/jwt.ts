/** JSON Web Tokens of callers: who asks, and what that may do, as an issuer whom the gateway trusts has signed it. */
import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWKSCacheInput,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwksCache,
  jwtVerify,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { PERMISSIONS, type Permission, Permissions } from '../../../resolvers/session.ts';
import { httpError } from '../http/errors.ts';
import type { Log } from '../log.ts';
import { unauthenticated } from './bearer.ts';
import { contentOf } from './file.ts';

/** Whom a token names. */
export interface Subject {
  readonly name: string;
  readonly permissions: Permissions;
}

export interface JwtOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** The claim that holds the permissions, as a list or as words. */
  readonly claim: string;
  /** Give the keys of the issuer. */
  readonly keys: JWTVerifyGetKey;
}

/** How far the clocks of the issuer and the gateway may be apart, in seconds. */
const SKEW_S = 5;
/** What was verified is not verified again; but whatever ends a key of the issuer ends its tokens by then. */
const KEPT = { tokens: 10_000, ms: 600_000 } as const;

/** Verifies tokens. Rejects with the refusal of the request. */
export const jwtVerifier = ({ issuer, audience, algorithms, claim, keys }: JwtOptions) => {
  const kept = new LRUCache<string, Subject>({ max: KEPT.tokens, ttlResolution: 0, perf: Date });
  return async (token: string): Promise<Subject> => {
    const name = createHash('sha256').update(token).digest('base64url');
    const known = kept.get(name);
    if (known) return known;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: SKEW_S,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(Date.now()),
    }).catch((error: unknown) => {
      throw refusalOf(error, issuer);
    });
    const subject = { name: payload.sub ?? '', permissions: permissionsIn(payload, claim) };
    const left = (payload.exp ?? 0) * 1000 - Date.now();
    if (left > 0) kept.set(name, subject, { ttl: Math.min(left, KEPT.ms) });
    return subject;
  };
};

/** The permissions in a claim; words that name none are of others. */
const permissionsIn = (payload: JWTPayload, claim: string): Permissions => {
  const value = payload[claim];
  const words = typeof value === 'string' ? value.split(/[\s,]+/) : Array.isArray(value) ? value : [];
  return new Permissions(PERMISSIONS.filter((one: Permission) => words.includes(one)));
};

/** What a client is told: enough to mend it, and nothing of what it sent. */
const refusalOf = (error: unknown, issuer: string): Error => {
  if (error instanceof KeysMissing) return error.refusal;
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired. Get a new one.', true);
  if (error instanceof errors.JWTClaimValidationFailed)
    return unauthenticated(
      `The token's claim \`${error.claim}\` is missing, or not one that this gateway takes.`,
      true,
    );
  if (error instanceof errors.JOSEAlgNotAllowed)
    return unauthenticated('The token is signed by an algorithm that this gateway does not take.', true);
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return unauthenticated(`The token is signed by a key that ${issuer} does not name.`, true);
  return unauthenticated(`The token is not one that ${issuer} has signed.`, true);
};

/** The keys of the issuer cannot be had: that is no fault of who asks. */
class KeysMissing extends Error {
  readonly refusal = httpError(
    503,
    'AUTH_UNAVAILABLE',
    'The keys by which tokens are verified cannot be had now. Try again soon.',
    { 'retry-after': String(RETRY_MS / 1000) },
  );
}

/** After the keys could not be had, they are not asked for again so soon. */
const RETRY_MS = 1000;
/** When keys are asked for again; and for how long those from before do while they cannot be had. */
const KEYS = { freshMs: 600_000, staleMs: 24 * 3_600_000, cooldownMs: 30_000, timeoutMs: 5000 } as const;

interface Last {
  uat?: number;
  jwks?: JSONWebKeySet;
}
/** The keys at a URL. They are asked for with the first token, and when a token names another one. */
export const remoteKeys = (url: URL, onMissing: (reason: string) => void, fetching?: typeof fetch): JWTVerifyGetKey => {
  /** What was had last. */
  const last: Last = {};
  const remote = createRemoteJWKSet(url, {
    [jwksCache]: last as JWKSCacheInput,
    timeoutDuration: KEYS.timeoutMs,
    cooldownDuration: KEYS.cooldownMs,
    cacheMaxAge: KEYS.freshMs,
    ...(fetching && { [customFetch]: fetching }),
  });
  let missedAt = Number.NEGATIVE_INFINITY;
  const before: JWTVerifyGetKey = async (header, token) => {
    if (!last.jwks || Date.now() - (last.uat ?? 0) > KEYS.staleMs) throw new KeysMissing();
    return createLocalJWKSet(last.jwks)(header, token);
  };
  return async (header, token) => {
    if (Date.now() - missedAt < RETRY_MS) return before(header, token);
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      missedAt = Date.now();
      onMissing(error instanceof Error ? error.message : String(error));
      return before(header, token);
    }
  };
};
/** Whether the keys were there, and none of them is the token's. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** The keys in a file, whatever it holds now. */
const fileKeys = (path: string, log: Log): JWTVerifyGetKey => {
  const content = contentOf<JWTVerifyGetKey | undefined>({
    path,
    parse: (text) => createLocalJWKSet(JSON.parse(text)),
    none: undefined,
    log,
  });
  return async (header, token) => {
    const keys = await content().catch(() => undefined);
    if (!keys) throw new KeysMissing();
    return keys(header, token);
  };
};

/** The keys of the issuer, at a URL or in a file. */
export const keysAt = (place: string, log: Log): JWTVerifyGetKey =>
  /^https?:/i.test(place)
    ? remoteKeys(new URL(place), (reason) => log.warn(`The keys at ${place} cannot be had: ${reason}`))
    : fileKeys(place, log);
