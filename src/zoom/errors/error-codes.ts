/** What Zoom's refusals mean: the tables of docs/zoom.md 5.1, and the four kinds of 429 (2.3). */
import type { Endpoint } from '../declare/endpoint.ts';
import type { ErrorKind } from './errors.ts';
import { lacksScopes } from './refusal.ts';

/** The codes of each kind. Those that are missing here mean what the HTTP status says; 300 and 400 are among them. */
const CODES: Partial<Record<ErrorKind, readonly number[]>> = {
  NOT_FOUND: [
    1001, 1010, 1012, 1034, 1120, 2001, 2115, 3001, 3201, 3211, 3301, 4130, 4801, 5010, 6701, 6703, 7001, 7012, 7013,
    8001, 8503, 11103, 13000, 13001, 13002, 13003, 13500, 13501, 13502, 13503, 13504, 13505, 13506, 13507, 30051039,
    30052027, 30055001, 30055012,
  ],
  BAD_REQUEST: [120, 301, 303, 1111, 3027, 3034, 12702, 15001, 15101, 15102, 15103, 15104],
  CONFLICT: [
    1005, 1009, 1224, 2000, 2020, 2100, 3002, 3007, 3035, 3038, 3043, 3303, 3309, 3332, 4132, 4927, 7002, 7035, 11107,
    11109, 11110, 30055006,
  ],
  FORBIDDEN: [
    200, 1107, 1117, 2024, 2031, 2033, 2034, 2305, 3000, 3003, 3018, 3037, 3161, 3412, 4400, 6720, 11101, 11108, 11111,
    11112, 12700, 12703, 30055008, 30055009,
  ],
  UNAUTHENTICATED: [124],
  MISSING_SCOPE: [104, 4700, 4711],
  // 802: the numbers are not computed yet; 2300: Zoom does not know the path, which is this gateway's mistake.
  UPSTREAM: [802, 2300],
};
const KINDS = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code): [number, ErrorKind] => [code, kind as ErrorKind])),
);

const STATUSES: Readonly<Record<number, ErrorKind>> = {
  401: 'UNAUTHENTICATED',
  402: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  412: 'CONFLICT',
};
/** Redirects are not followed: the API has none, and the token must not go elsewhere. */
const kindOfStatus = (status: number): ErrorKind =>
  STATUSES[status] ?? (status >= 500 || (status >= 300 && status < 400) ? 'UPSTREAM' : 'BAD_REQUEST');

interface Circumstances {
  readonly status: number;
  readonly code: number | undefined;
  readonly message: string;
  readonly header: (name: string) => string | undefined;
}

/** What a refusal means: by its code where that is known, here or generally; else by its status. */
export const kindOf = (refusal: Circumstances, { codes, perHost }: Pick<Endpoint, 'codes' | 'perHost'>): ErrorKind => {
  const { status, code, message } = refusal;
  // Zoom Phone says 429 in the body of a 400 where a batch is too large.
  if (status === 429 || (code === 429 && status < 400)) return limitKind(refusal, perHost);
  if (lacksScopes(message)) return 'MISSING_SCOPE';
  // 4700 is about scopes, and about a token that Zoom did not get.
  if (code === 4700 && (status === 401 || /token cannot be empty/i.test(message))) return 'UNAUTHENTICATED';
  if ([200, 300, 400].includes(code ?? 0) && /next[ _]page[ _]token/i.test(message)) return 'PAGE_TOKEN';
  // 200 is a lack of permission or plan everywhere, and in places something else besides: only the message tells.
  if (code === 200 && /permission|only available/i.test(message)) return 'FORBIDDEN';
  const known = codes?.[code ?? 0] ?? KINDS.get(code ?? 0);
  if (known !== undefined) return known as ErrorKind;
  // Zoom Phone puts HTTP's numbers into the bodies of 400s.
  if (code !== undefined && code > 400 && code < 600) return kindOfStatus(code === 429 ? 400 : code);
  return kindOfStatus(status);
};

/** The message is the only sure sign of which limit is meant; the headers decide where it says nothing. */
const limitKind = ({ message, header }: Circumstances, perHost: boolean | undefined): ErrorKind => {
  if (/concurrent|retry after \d+ seconds?/i.test(message)) return 'CONCURRENT';
  if (/per[- ](second|minute)/i.test(message)) return 'RATE_LIMIT';
  if (/daily (rate )?limit\b.*\b(of|for)\b/i.test(message) && !/for this api\b/i.test(message))
    return perHost || /\bcreate ?\/ ?update\b/i.test(message) ? 'HOST_LIMIT' : 'PERSON_LIMIT';
  if (/\bdaily\b/i.test(message)) return 'DAILY_LIMIT';
  return /daily/i.test(header('x-ratelimit-type') ?? '') ? 'DAILY_LIMIT' : 'RATE_LIMIT';
};
