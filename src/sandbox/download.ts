/** The download of recording files, which lies outside of the API. */
import type { Answer } from './call.ts';
import { HTML_PAGE } from './refusal.ts';
import { downloadToken } from './seed/files.ts';
import type { World } from './world.ts';

/** What a path outside the API holds; `bearer` is the token that came with the request. */
export const fileAt = (world: World, path: string, authorized: boolean, bearer: string): Answer | undefined => {
  const [, step, at = '', file = ''] = /^\/rec\/(download|storage)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const uuid = Buffer.from(at, 'base64url').toString();
  if (step === undefined) return undefined;
  if (step === 'storage') {
    const body = `Recording file ${file} of ${uuid}\n`;
    return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body };
  }
  // Refused: a page to sign in, with status 200.
  if (!authorized && bearer !== downloadToken(world, uuid))
    return { status: 200, headers: { 'Content-Type': 'text/html' }, body: HTML_PAGE };
  return { status: 302, headers: { Location: `${world.origin()}/rec/storage/${at}/${file}` } };
};
