/** Texts that travel through other hands and come back: nobody reads them, and a changed one is refused. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Seal {
  /** The text as a token of letters that may stand in a URL. */
  close(text: string): string;
  /** The text of a token that this key has sealed; undefined for any other. */
  open(token: string): string | undefined;
}

const CIPHER = 'aes-256-ctr';
const KEY_BYTES = 32;
const START_BYTES = 16;
const SIGNATURE_BYTES = 32;

/** Seals with a secret, `purpose` tells apart what different seals of one secret are for. Encrypts, then signs with HMAC-SHA256. */
export const sealBy = (secret: string, purpose: string): Seal => {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `${purpose}: ${use}`, KEY_BYTES));
  const encryption = keyFor('encryption');
  const signing = keyFor('signature');
  const signatureOf = (sealed: Buffer) => createHmac('sha256', signing).update(sealed).digest();
  return {
    close: (text) => {
      const start = randomBytes(START_BYTES);
      const cipher = createCipheriv(CIPHER, encryption, start);
      const sealed = Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([sealed, signatureOf(sealed)]).toString('base64url');
    },
    open: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      // The last letter has bits to spare, and letters of no meaning are passed over: one token, one text.
      if (bytes.length < START_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return undefined;
      const sealed = bytes.subarray(0, -SIGNATURE_BYTES);
      if (!timingSafeEqual(bytes.subarray(-SIGNATURE_BYTES), signatureOf(sealed))) return undefined;
      const decipher = createDecipheriv(CIPHER, encryption, sealed.subarray(0, START_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(START_BYTES)), decipher.final()]).toString('utf8');
    },
  };
};
