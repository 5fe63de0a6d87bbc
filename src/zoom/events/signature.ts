/** How Zoom signs what it sends, and how it is told that somebody knows the secret of the app. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-zm-signature';
/** In seconds since 1970, where `event_ts` is in milliseconds. */
export const TIMESTAMP_HEADER = 'x-zm-request-timestamp';

const hmac = (secret: string, text: string | Buffer): string => createHmac('sha256', secret).update(text).digest('hex');

/** The signature of a body, whose very bytes are signed. `timestamp`: the text of the header. */
export const signatureOf = (secret: string, timestamp: string, body: Buffer): string =>
  `v0=${hmac(secret, Buffer.concat([Buffer.from(`v0:${timestamp}:`), body]))}`;

/** Whether the signature is that of the body; how long that takes tells nothing about the right one. */
export const isSigned = (secret: string, timestamp: string, body: Buffer, signature: string): boolean => {
  const [right, given] = [Buffer.from(signatureOf(secret, timestamp, body)), Buffer.from(signature)];
  return right.length === given.length && timingSafeEqual(right, given);
};

/** What `endpoint.url_validation` is answered with. */
export const validationOf = (secret: string, plainToken: string) => ({
  plainToken,
  encryptedToken: hmac(secret, plainToken),
});
