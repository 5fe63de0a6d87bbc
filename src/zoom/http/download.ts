/** Files, which lie outside of the API: how one is fetched from Zoom's hosts, and where its token may go (docs/zoom.md 7). */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Signal } from '../../engine/abort.ts';
import { type ErrorKind, ZoomError } from '../errors/errors.ts';
import { type Headers, headerOf } from './headers.ts';
import { failureOf } from './send.ts';

export interface DownloadRequest {
  /** What an answer of Zoom's told. It is a secret. */
  readonly url: string;
  /** Of these none may be a credential. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the download, also when its answer has begun. */
  readonly signal?: Signal;
  /** The file itself is a page of HTML. */
  readonly isPage?: boolean;
}

/** The head of a file is here, and its bytes come as fast as they are read. */
export interface Download {
  /** 200, 206, 304 or 416. */
  readonly status: number;
  readonly headers: Headers;
  /** Fails when the connection does, and ends the download when it is destroyed. */
  readonly body: Readable;
}

/** Which hosts files may come from. */
export interface Hosts {
  /** The API's own origin. */
  readonly origin: string;
  /** Hosts, with all below them, to which Zoom may redirect beside its own. They get no token. */
  readonly others: readonly string[];
}

/** How long the head of an answer may take, and a silence within its body. */
export const DOWNLOAD_MS = { head: 30_000, silence: 60_000 } as const;
const MOST_REDIRECTS = 5;

const ZOOMS = ['zoom.us', 'zoomgov.com'];
const isBelow = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));
/** Whether a URL leads to Zoom: there alone a token is sent. */
const isZooms = ({ protocol, hostname, origin }: URL, own: string): boolean =>
  origin === own || (protocol === 'https:' && isBelow(hostname, ZOOMS));
const mayLeadTo = (url: URL, { origin, others }: Hosts): boolean =>
  isZooms(url, origin) || (url.protocol === 'https:' && isBelow(url.hostname, others));

/**
 * Asks for a file with a token, and follows redirects as far as they stay with Zoom. Throws ZoomError, UNAUTHENTICATED where the token
 * was refused, NOT_FOUND where the file is gone.
 */
export const download = async (
  dispatcher: Dispatcher,
  { url, headers = {}, signal, isPage }: DownloadRequest,
  token: string,
  hosts: Hosts,
): Promise<Download> => {
  let at = urlIn(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!at || !mayLeadTo(at, hosts)) throw elsewhere(at);
    const answer = await head(dispatcher, at, signal, {
      ...headers,
      ...(isZooms(at, hosts.origin) && { authorization: `Bearer ${token}` }),
    });
    const location = headerOf(answer.headers)('location');
    if (!REDIRECTS.has(answer.status) || location === undefined) return fileIn(answer, isPage);
    drop(answer);
    at = urlIn(location, at);
  }
  throw new ZoomError('UPSTREAM', 'Zoom redirects the download again and again.');
};
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const urlIn = (text: string, base?: URL): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;
/** The rest of a URL may be a secret. */
const elsewhere = (at: URL | undefined): ZoomError =>
  new ZoomError('UPSTREAM', `Zoom sends the download to ${at ? at.host : 'what is no URL'}, which is not Zoom's.`);

const head = async (
  dispatcher: Dispatcher,
  url: URL,
  signal: Signal | undefined,
  headers: Record<string, string>,
): Promise<Download> => {
  const { origin, pathname, search } = url;
  if (signal?.aborted) throw ended();
  try {
    const answer = await dispatcher.request({
      origin,
      path: pathname + search,
      method: 'GET',
      headers,
      signal: signal as AbortSignal | undefined,
      headersTimeout: DOWNLOAD_MS.head,
      bodyTimeout: DOWNLOAD_MS.silence,
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  } catch (error) {
    throw signal?.aborted ? ended() : failureOf(error, { timeoutMs: DOWNLOAD_MS.head, origin });
  }
};
const ended = () => new ZoomError('ABORTED', 'The download was cancelled.');

/** What is not read any more. */
const drop = ({ body }: Download): void => void body.on('error', () => undefined).destroy();

const FILES: ReadonlySet<number> = new Set([200, 206, 304, 416]);
const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  410: 'NOT_FOUND',
  429: 'RATE_LIMIT',
};
const WORDS: Readonly<Partial<Record<ErrorKind, string>>> = {
  UNAUTHENTICATED:
    'Zoom does not give the file to the credentials. They may lack a scope for it, or a passcode protects it.',
  FORBIDDEN: 'Zoom does not give the file to the credentials.',
  NOT_FOUND: 'The file is gone: it was deleted, or moved to the trash.',
  RATE_LIMIT: 'Zoom allows no more downloads for the moment. Try again later.',
};
const fileIn = (answer: Download, isPage = false): Download => {
  const { status, headers } = answer;
  // Where a token does not do, Zoom shows the page to sign in.
  const isRefused = !isPage && /^text\/html\b/i.test(headerOf(headers)('content-type') ?? '');
  if (FILES.has(status) && !(isRefused && status < 300)) return answer;
  drop(answer);
  const kind = status < 300 ? 'UNAUTHENTICATED' : (KINDS[status] ?? 'UPSTREAM');
  throw new ZoomError(kind, WORDS[kind] ?? `Zoom answered the download with HTTP ${status}. Try again later.`, {
    status,
    trackingId: headerOf(headers)('x-zm-trackingid'),
  });
};
