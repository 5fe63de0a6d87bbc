/**
 * Links of the gateway's own to files of Zoom's. A link says, sealed, which file it leads to, by whose credential and until when: all that is
 * needed to find the file again, and neither a token nor a URL of Zoom's. Whoever holds it may fetch the file until it expires.
 */
import { type Seal, sealBy } from '../src/engine/sealed.ts';
import type { Zoom } from '../src/zoom/client/client.ts';
import type { Params } from './account-scope.ts';
import { InputError } from './errors.ts';

/** A file by the entity that tells of it; without `file` all files of that entity, as one archive. */
export interface FileRef {
  /** The name of the entity's type. */
  readonly of: string;
  /** The key of the entity, with the sub account that it belongs to. */
  readonly params: Params;
  /** Which of the entity's files. */
  readonly file?: string;
}

/** How long a link may last. */
export const MINUTES = { usual: 60, most: 1440 } as const;
export const FILES_PATH = '/files/';

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

type Sealed = readonly [expires: number, credential: string, of: string, params: Params, file: string | null];
/** So much of a credential's key tells it from others. */
const nameOf = ({ key }: Pick<Zoom, 'key'>): string => key.slice(0, 16);

export class Links {
  readonly #seal: Seal;
  /** The server's own credentials, by which files are fetched; undefined where callers bring theirs. */
  readonly own: () => Zoom | undefined;

  constructor(secret: string, own: () => Zoom | undefined) {
    this.#seal = sealBy(secret, 'links to files');
    this.own = own;
  }

  /** A link that begins with `base`, the gateway's own address. Throws InputError where there can be none. */
  to({ of, params, file }: FileRef, zoom: Pick<Zoom, 'key'>, base: string, minutes: number): FileLink {
    const own = this.own();
    if (own?.key !== zoom.key)
      throw new InputError(
        "Links to files need the server's own credentials: this request brought its own token, which no link may hold.",
        'FORBIDDEN',
      );
    if (minutes < 1 || minutes > MINUTES.most)
      throw new InputError(`minutes must be from 1 to ${MINUTES.most}, which is a day.`);
    const expires = Math.floor(Date.now() / 1000) + 60 * minutes;
    const sealed: Sealed = [expires, nameOf(zoom), of, params, file ?? null];
    return {
      url: base + FILES_PATH + this.#seal.close(JSON.stringify(sealed)),
      expiresAt: new Date(1000 * expires),
    };
  }

  /** What a link's token leads to, and by whose credentials; says why where it leads nowhere. */
  open(token: string): { readonly ref: FileRef; readonly zoom: Zoom } | 'expired' | 'unknown' {
    const text = this.#seal.open(token);
    if (text === undefined) return 'unknown';
    const [expires, credential, of, params, file] = JSON.parse(text) as Sealed;
    const zoom = this.own();
    if (!zoom || credential !== nameOf(zoom)) return 'unknown';
    return expires * 1000 <= Date.now() ? 'expired' : { ref: { of, params, ...(file !== null && { file }) }, zoom };
  }
}
