/** An access token of the fake Zoom, got as any server-to-server app gets one. */
import { request } from 'undici';

type Env = Readonly<Record<string, string | undefined>>;

/** The token endpoint's answer, as it came. */
export const mint = async (env: Env): Promise<string> => {
  const { ZOOM_OAUTH_URL = '', ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '' } = env;
  const { statusCode, body } = await request(ZOOM_OAUTH_URL, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }).toString(),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`No access token: HTTP ${statusCode}`);
  return text;
};

/** The token alone. It lives for an hour, longer than any run. */
export const accessToken = async (env: Env): Promise<string> =>
  (JSON.parse(await mint(env)) as { access_token: string }).access_token;
