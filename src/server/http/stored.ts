/** Files that browsers may keep. Large ones are kept here compressed alone, which is done once, not for each request. */
import { createHash } from 'node:crypto';
import { type Coding, codingFor, compress } from './compression.ts';

type Bytes = Buffer<ArrayBuffer>;

/** What a file is made of. */
export interface Source {
  /** Files of the same key are the same. */
  readonly key: string;
  readonly type: string;
  /** How long browsers may show it unasked. */
  readonly cacheControl: string;
  make(): Promise<Bytes>;
}
interface Made {
  readonly etag: string;
  readonly size: number;
  readonly kept: Map<Coding | undefined, Promise<Bytes>>;
}

export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes | null;
}
type Asked = Pick<Request, 'method' | 'headers'>;

/** Beyond this brotli takes twice the time for a fiftieth of the bytes. */
const QUALITY = 5;
/** Longer ones are made again for whoever takes no coding of ours, as browsers never do. */
const LONGEST_PLAIN = 100_000;

/** Answers GET and HEAD with the file that the source makes, which is made anew when its key has changed. */
export const stored = (isCompressed: boolean) => {
  let latest: { readonly key: string; readonly made: Promise<Made> } | undefined;
  const madeOf = ({ key, make }: Source): Promise<Made> => {
    if (latest?.key === key) return latest.made;
    const made = make().then((bytes) => ({ etag: etagOf(bytes), size: bytes.length, kept: new Map() }));
    latest = { key, made };
    return made;
  };
  const bytesOf = ({ kept, size }: Made, { make }: Source, coding: Coding | undefined) => {
    const bytes =
      kept.get(coding) ?? make().then((plain) => (coding === undefined ? plain : compress(plain, coding, QUALITY)));
    if (coding !== undefined || size <= LONGEST_PLAIN) kept.set(coding, bytes);
    return bytes;
  };

  return async ({ method, headers: asked }: Asked, source: Source): Promise<StoredAnswer> => {
    const made = await madeOf(source);
    const coding = isCompressed ? codingFor(asked.get('accept-encoding'), made.size) : undefined;
    const headers = {
      'cache-control': source.cacheControl,
      etag: made.etag,
      vary: isCompressed ? 'accept-encoding, accept' : 'accept',
    };
    if (isKnown(asked.get('if-none-match'), made.etag)) return { status: 304, headers, body: null };
    const body = await bytesOf(made, source, coding);
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': source.type,
        'content-length': String(body.length),
        ...(coding && { 'content-encoding': coding }),
      },
      body: method === 'HEAD' ? null : body,
    };
  };
};

/** Weak: the same file in whatever coding. */
const etagOf = (bytes: Bytes): string => `W/"${createHash('sha256').update(bytes).digest('base64url')}"`;
/** Whether an `If-None-Match` header names the file. */
const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((one) => ['*', etag, etag.slice('W/'.length)].includes(one.trim()));
