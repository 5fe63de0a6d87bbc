/** A large page that browsers may keep: they ask each time whether it is still the same, and it is compressed once, not for each of them. */
import { createHash } from 'node:crypto';
import { type Coding, codingFor, compress } from './compression.ts';

/** What a page is made of. */
export interface Source {
  /** Pages of the same key are the same. */
  readonly key: string;
  render(): Promise<string>;
}
interface Page {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly compressed: Map<Coding, Promise<Buffer<ArrayBuffer>>>;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer> | null;
}

/** Beyond this brotli takes twice the time for a fiftieth of the bytes. */
const QUALITY = 5;

/**
 * Answers GET and HEAD with the page that the source makes, which is made anew only when its key has changed. Kept are its compressed bytes
 * alone; whoever takes none of them, as browsers never do, has it made again.
 */
export const storedPage = (isCompressed: boolean) => {
  let latest: { readonly key: string; readonly page: Promise<Page> } | undefined;
  const pageOf = ({ key, render }: Source): Promise<Page> => {
    if (latest?.key === key) return latest.page;
    const page = render().then((html) => ({
      key,
      size: Buffer.byteLength(html),
      etag: etagOf(html),
      compressed: new Map(),
    }));
    latest = { key, page };
    return page;
  };
  const bytesOf = ({ compressed }: Page, { render }: Source, coding: Coding | undefined) => {
    const made = (coding && compressed.get(coding)) ?? render().then((html) => encoded(html, coding));
    if (coding) compressed.set(coding, made);
    return made;
  };

  return async (
    { method, headers: requested }: Pick<Request, 'method' | 'headers'>,
    source: Source,
  ): Promise<PageAnswer> => {
    const page = await pageOf(source);
    const coding = isCompressed ? codingFor(requested.get('accept-encoding'), page.size) : undefined;
    const headers = {
      // Kept, but never shown unasked: another version of the gateway has another page.
      'cache-control': 'no-cache',
      etag: page.etag,
      vary: isCompressed ? 'accept-encoding, accept' : 'accept',
    };
    if (isKnown(requested.get('if-none-match'), page.etag)) return { status: 304, headers, body: null };
    const body = await bytesOf(page, source, coding);
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(body.length),
        ...(coding && { 'content-encoding': coding }),
      },
      body: method === 'HEAD' ? null : body,
    };
  };
};

const encoded = (html: string, coding: Coding | undefined) => {
  const bytes = Buffer.from(html);
  return coding ? compress(bytes, coding, QUALITY) : bytes;
};

/** Weak: the same page in whatever coding. */
const etagOf = (html: string): string => `W/"${createHash('sha256').update(html).digest('base64url')}"`;
/** Whether an `If-None-Match` header names the page. */
const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((one) => ['*', etag, etag.slice('W/'.length)].includes(one.trim()));
