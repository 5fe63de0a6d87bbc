/** The download of files, which lies outside of the API. A file's name in its URL says how large it is, and of what kind. */
import { type Bytes, bytesOf } from './file-bytes.ts';
import { HTML_PAGE, refuse } from './refusal.ts';
import { downloadToken } from './seed/files.ts';
import type { World } from './world.ts';

/** What a path outside the API holds. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** In place of a body. */
  readonly file?: Bytes;
}
/** `bearer` is the token that came with the request. */
export const fileAt = (world: World, path: string, authorized: boolean, bearer: string): FileAnswer | undefined => {
  const [, kind = '', step, at = '', name = ''] =
    /^\/rec\/((?:archive|phone)\/)?(download|storage)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const of = Buffer.from(at, 'base64url').toString();
  const [, size, ending = ''] = /^[^.]+\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (step === undefined || size === undefined) return undefined;
  const stored = (): FileAnswer => ({
    status: 200,
    headers: { 'Content-Type': typeOf(ending) },
    file: bytesOf(name, of),
  });
  if (step === 'storage') return stored();
  if (!authorized && bearer !== downloadToken(world, of)) {
    // A page to sign in, with status 200 (docs/zoom.md 7.0.2); other files have refusals of the API.
    if (kind === '') return { status: 200, headers: { 'Content-Type': 'text/html' }, body: HTML_PAGE };
    const { status, headers, body } = refuse.token();
    return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  }
  return kind === '' ? { status: 302, headers: { Location: `${world.origin()}/rec/storage/${at}/${name}` } } : stored();
};

const TYPES: Readonly<Record<string, string>> = { mp4: 'video/mp4', mp3: 'audio/mpeg' };
/** Zoom says little of most. */
const typeOf = (ending: string): string => TYPES[ending] ?? 'application/octet-stream';
