/** In which content coding a client takes an answer, and bytes in it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { remembered } from '../../engine/remembered.ts';

export type Coding = 'br' | 'gzip';

/** What a client takes. */
export interface Codings {
  /** What it likes best of ours; undefined for bytes as they are. */
  readonly best: Coding | undefined;
  /** Whether it takes bytes as they are. */
  readonly takesPlain: boolean;
}

/** Where the client has no preference, the first. */
const OFFERED = ['br', 'gzip', 'identity'] as const;
/** Its types do not know the second argument. */
type Negotiates = { encodings(offered: readonly string[], options: { preferred: readonly string[] }): string[] };

/** By an `Accept-Encoding` header. Who takes none of ours gets bytes as they are. */
export const codingsOf = remembered((header): Codings => {
  const client: Negotiates = new Negotiator({ headers: { 'accept-encoding': header } });
  const taken = client.encodings(OFFERED, { preferred: OFFERED });
  const coding = OFFERED.find((one) => one === taken[0]);
  return { best: coding === 'identity' ? undefined : coding, takesPlain: taken.includes('identity') };
});

/** Answers up to this size travel in one packet either way. */
export const SMALL_BYTES = 1024;

/** In which coding a body of this size is sent. */
export const codingFor = (header: string | null, size: number): Coding | undefined => {
  const { best, takesPlain } = codingsOf(header ?? '');
  return size > SMALL_BYTES || !takesPlain ? best : undefined;
};

/** Whether a body of this type is compressed: JSON that is there as a whole. Streams are not, whose parts would wait for each other. */
export const isCompressible = (contentType: string | null | undefined): boolean =>
  /^application\/(graphql-response\+)?json *(;|$)/i.test(contentType ?? '');

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Brotli's quality, 0 to 11: for answers that are sent once, it shall cost no more time than gzip. */
const QUICK = 4;

/** How bytes come into a coding, beside the event loop. */
export const CODERS: Readonly<Record<Coding, (bytes: Buffer, quality: number) => Promise<Buffer<ArrayBuffer>>>> = {
  gzip: (bytes) => zip(bytes),
  br: (bytes, quality) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};
/** The bytes in a coding. */
export const compress = (bytes: Buffer, coding: Coding, quality = QUICK): Promise<Buffer<ArrayBuffer>> =>
  CODERS[coding](bytes, quality);

/** A `Vary` header with one more name. */
export const withVary = (vary: string | null, name: string): string => {
  const names = vary?.split(',').map((one) => one.trim().toLowerCase()) ?? [];
  return names.includes(name) || names.includes('*') ? (vary ?? '') : [...(vary ? [vary] : []), name].join(', ');
};
