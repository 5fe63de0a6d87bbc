/**
 * The settings: environment variables, each declared once as data. The tables of docs, the checks and the type of what is
 * read all follow from `SETTINGS`. A variable of Zoom's that is unknown or empty stops the start, which would else be one over the
 * sandbox; any other empty one counts as unset.
 */
import { availableParallelism } from 'node:os';
import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { allBut, NAMES, type Optimizations } from '../engine/optimizations.ts';
import { parseFaults } from '../sandbox/faults.ts';
import { zoneOf } from '../sandbox/zone.ts';
import type { Plan } from '../zoom/rate-limit/tables.ts';
import { type KeyRecord, keysIn } from './auth/keys.ts';
import { isLoopback } from './hosts.ts';

/** What a variable may hold, in words and as a parser of its text. */
interface Value<T> {
  readonly may: string;
  readonly parse: z.ZodType<T, string>;
  /** Where it may be one of a few words: the one that a typo means is suggested. */
  readonly words?: readonly string[];
}
interface Setting<T> extends Value<T> {
  readonly name: string;
  readonly about: string;
  /** As one would write it in the environment; undefined where unset is unset. */
  readonly standard?: string;
}

const text: Value<string> = { may: 'text', parse: z.string().trim().min(1) };
const whole = (min: number, max: number): Value<number> => ({
  may: `a whole number from ${min} to ${max}`,
  parse: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max)),
});
const MOST_WORKERS = 64;
const workers: Value<number> = {
  may: `a whole number from 1 to ${MOST_WORKERS} or \`auto\``,
  parse: z.union([
    whole(1, MOST_WORKERS).parse,
    z.literal('auto').transform(() => Math.min(availableParallelism(), MOST_WORKERS)),
  ]),
};
const enumOf = <const W extends string>(...words: readonly W[]): Value<W> => ({
  may: words.map((word) => `\`${word}\``).join(' or '),
  parse: z.enum(words),
  words,
});
const MOST_KEPT_SECONDS = 600;
const secondsOf: Value<ReadonlyMap<string, number>> = {
  may: `\`GET path=seconds\`, separated by commas, such as \`GET /groups=300,GET /users/{userId}=0\`; ${MOST_KEPT_SECONDS} seconds at most`,
  parse: z
    .string()
    .transform((given) => given.split(',').map((one) => one.trim()))
    .pipe(z.array(z.string().regex(/^GET \/[^=\s]+=\d{1,3}$/)))
    .transform((all) => new Map(all.map((one) => [one.split('=')[0] ?? '', Number(one.split('=')[1])])))
    .refine((seconds) => [...seconds.values()].every((one) => one <= MOST_KEPT_SECONDS)),
};
const onOff: Value<boolean> = {
  may: '`on` or `off`',
  parse: z.enum(['on', 'off']).transform((word) => word === 'on'),
};
/** Without a query, a fragment or credentials: paths are appended to it, and it is shown when the gateway starts. */
const isPlainUrl = (given: string): boolean => {
  if (!URL.canParse(given)) return false;
  const { protocol, username, password, search, hash } = new URL(given);
  return /^https?:$/.test(protocol) && !(username || password || search || hash);
};
const url: Value<string> = {
  may: 'an http or https URL without user, query or fragment',
  parse: z
    .string()
    .refine(isPlainUrl)
    .transform((given) => given.replace(/\/+$/, '')),
};
/** User and password may be in it: it is never shown. */
const proxyUrl: Value<string> = {
  may: 'an http or https URL, such as `http://proxy.example.com:3128`',
  parse: z.string().refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)),
};
const redisUrl: Value<string> = {
  may: 'a redis or rediss URL, such as `rediss://user:password@redis.example.com:6379`',
  parse: z.string().refine((given) => URL.canParse(given) && /^rediss?:$/.test(new URL(given).protocol)),
};
const isOrigin = (given: string) =>
  URL.canParse(given) && new URL(given).origin === given && !new URL(given).host.includes('*');
/** The token is sent there, in the URL: it must not go over an open line. */
const isEventsUrl = (given: string): boolean => {
  if (!URL.canParse(given)) return false;
  const { protocol, hostname, username, password, hash, searchParams } = new URL(given);
  const isSafe = protocol === 'wss:' || (protocol === 'ws:' && isLoopback(hostname));
  return (
    isSafe && !(username || password || hash) && searchParams.has('subscriptionId') && !searchParams.has('access_token')
  );
};
const eventsUrl: Value<string> = {
  may: 'a wss URL with a `subscriptionId` and without a token, such as `wss://ws.zoom.us/ws?subscriptionId=...`, or ws of this machine',
  parse: z.string().refine(isEventsUrl),
};
const origins: Value<string[]> = {
  may: 'origins such as `https://app.example.com` or `http://localhost:5173` (a scheme and a host, with no path and no slash behind them), separated by commas, or `*` for any',
  parse: z
    .string()
    .transform((given) => given.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().refine((origin) => origin === '*' || isOrigin(origin)))),
};

const hosts: Value<string[]> = {
  may: 'host names without port, such as `zoom.example.com`, separated by commas, or `*`',
  parse: z
    .string()
    .transform((given) => given.split(',').map((name) => name.trim()))
    .pipe(z.array(z.string().regex(/^(\*|[a-z0-9._:-]+)$/i))),
};

const paths: Value<string[]> = {
  may: 'paths of files, separated by commas',
  parse: z
    .string()
    .transform((given) => given.split(',').map((path) => path.trim()))
    .pipe(z.array(z.string().min(1))),
};
const otherHosts: Value<string[]> = {
  may: 'host names, such as `files.example.com`, separated by commas',
  parse: z
    .string()
    .transform((given) => given.split(',').map((name) => name.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))),
};
const SHORTEST_SECRET = 32;
const secretText: Value<string> = {
  may: `text of at least ${SHORTEST_SECRET} characters`,
  parse: z.string().min(SHORTEST_SECRET),
};

const faults: Value<string> = {
  may: '`kind[=ms][:operation][:count or percent%]`, separated by commas, such as `429:GET /users:2,500:5%`',
  parse: z.string().refine((text) => {
    try {
      return parseFaults(text).length > 0;
    } catch {
      return false;
    }
  }),
};

const zone: Value<string> = {
  may: 'a time zone such as `America/Los_Angeles`, or hours from UTC such as `-08:00`',
  parse: z.string().refine((name) => {
    try {
      return zoneOf(name) !== undefined;
    } catch {
      return false;
    }
  }),
};

const optimizations: Value<Optimizations> = {
  may: `\`none\`, or some of ${NAMES.map((name) => `\`${name}\``).join(', ')}, separated by commas`,
  parse: z
    .string()
    .transform((given) => (given === 'none' ? [] : given.split(',').map((name) => name.trim())))
    .pipe(z.array(z.enum(NAMES)).transform(allBut)),
};

const given = <T>(name: string, value: Value<T>, about: string): Setting<T> & { standard?: undefined } => ({
  name,
  ...value,
  about,
});
const usual = <T>(
  name: string,
  value: Value<T>,
  standard: string,
  about: string,
): Setting<T> & { standard: string } => ({
  name,
  ...value,
  standard,
  about,
});
/** Accounts of the largest plans have the limits of Business (docs/zoom.md 2.1). */
const PLANS = {
  free: 'free',
  pro: 'pro',
  business: 'business',
  education: 'business',
  enterprise: 'business',
  partner: 'business',
} as const satisfies Record<string, Plan>;
type PlanWord = keyof typeof PLANS;
const planWord = enumOf(...(Object.keys(PLANS) as PlanWord[]));
const plan: Value<Plan> = {
  ...planWord,
  parse: z
    .string()
    .toLowerCase()
    .pipe(planWord.parse)
    .transform((word) => PLANS[word as PlanWord]),
};

const keyRecords: Value<readonly KeyRecord[]> = {
  may: 'JSON as `npm run keys -- create` prints it',
  parse: z.string().transform((given, context) => {
    try {
      return keysIn(given);
    } catch {
      context.addIssue('is not that');
      return z.NEVER;
    }
  }),
};
/** Those of keys that have a public half: what verifies a token cannot sign one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;
const algorithms: Value<readonly string[]> = {
  may: `some of ${ALGORITHMS.join(', ')}, separated by commas`,
  parse: z
    .string()
    .transform((given) => given.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(ALGORITHMS)).min(1)),
};
const urlOrFile: Value<string> = {
  may: 'an https URL, or http of this machine, or the path of a file',
  parse: z
    .string()
    .trim()
    .min(1)
    .refine((given) => !/^[a-z]+:\/\//i.test(given) || isSafeUrl(given)),
};
/** Keys that come over an open line are anybody's. */
const isSafeUrl = (given: string): boolean => {
  if (!URL.canParse(given)) return false;
  const { protocol, hostname } = new URL(given);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
};

/** Every setting, by its name in the code. */
export const SETTINGS = {
  port: usual('PORT', whole(0, 65_535), '4000', 'Where the gateway listens; 0 takes any free port.'),
  host: usual('HOST', text, '127.0.0.1', 'The address that the gateway listens on; another one needs `AUTH`.'),
  allowedHosts: given(
    'ALLOWED_HOSTS',
    hosts,
    'The names by which clients reach the gateway, such as that of a proxy in front; `localhost` and `HOST` always, addresses where `HOST` is not loopback.',
  ),
  publicUrl: given(
    'PUBLIC_URL',
    url,
    'The URL by which clients reach the gateway, if it is not `http` and the host that they name: links to files begin with it, and the gateway answers to its host.',
  ),
  linkSecret: given(
    'LINK_SECRET',
    secretText,
    'The secret by which links to files are signed. Unless it is set, links end with the process; gateways that share it take the links of each other.',
  ),
  workers: usual(
    'WORKERS',
    workers,
    '1',
    'Processes that answer side by side, within one budget; `auto` is one for each core.',
  ),
  accountId: given('ZOOM_ACCOUNT_ID', text, 'The account of your server-to-server OAuth app.'),
  clientId: given('ZOOM_CLIENT_ID', text, 'The client id of that app.'),
  clientSecret: given('ZOOM_CLIENT_SECRET', text, 'The client secret of that app.'),
  chatbotClientId: given(
    'ZOOM_CHATBOT_CLIENT_ID',
    text,
    'The client id of your chatbot’s app, by which messages of a chatbot are sent.',
  ),
  chatbotClientSecret: given('ZOOM_CHATBOT_CLIENT_SECRET', text, 'The client secret of that app.'),
  apiUrl: usual('ZOOM_API_URL', url, 'https://api.zoom.us/v2', 'Where the REST API is.'),
  oauthUrl: usual('ZOOM_OAUTH_URL', url, 'https://zoom.us/oauth/token', 'Where access tokens are issued.'),
  webhookSecret: given(
    'ZOOM_WEBHOOK_SECRET',
    text,
    'The secret token of your app, by which Zoom signs events: with it `POST /webhooks/zoom` takes them, and there are subscriptions. Over the sandbox it is the sandbox’s.',
  ),
  webhookTolerance: usual(
    'WEBHOOK_TOLERANCE_SECONDS',
    whole(1, 604_800),
    '5400',
    'How far the time that Zoom has signed with an event may be from now. Zoom repeats what was not taken for an hour, and does not say whether a repeat has a time of its own.',
  ),
  eventsKept: usual(
    'EVENTS_KEPT',
    whole(1, 1_000_000),
    '10000',
    'Events that are kept, in memory or in Redis, for subscribers who go on from where they were.',
  ),
  eventBuffer: usual(
    'EVENT_BUFFER',
    whole(1, 100_000),
    '1000',
    'Events that may wait for one subscriber; whoever is slower is cut off, and may go on from the last cursor.',
  ),
  eventsUrl: given(
    'ZOOM_EVENTS_URL',
    eventsUrl,
    'Where Zoom offers events over a WebSocket that the gateway opens, so that it needs no public address ([events.md](events.md)).',
  ),
  fileHosts: given(
    'ZOOM_FILE_HOSTS',
    otherHosts,
    'Hosts besides Zoom’s own, with their subdomains, to which Zoom may redirect downloads. They get no token.',
  ),
  proxy: given('HTTPS_PROXY', proxyUrl, 'The proxy through which Zoom is called.'),
  noProxy: given(
    'NO_PROXY',
    text,
    'Hosts that are called without that proxy, separated by commas; this machine always is.',
  ),
  plan: usual('ZOOM_PLAN', plan, 'pro', 'The plan of the account, which sets its rate limits.'),
  auth: usual(
    'AUTH',
    enumOf('none', 'keys', 'jwt', 'caller'),
    'none',
    'Who may call: everybody on this machine; holders of a key; holders of a token of your issuer; or holders of a Zoom access token, which is then sent to Zoom in place of the app’s own. Credentials are sent in the header `Authorization: Bearer` ([security.md](security.md)).',
  ),
  authKeysFile: given(
    'AUTH_KEYS_FILE',
    text,
    'With `AUTH=keys`: the file of keys that `npm run keys` writes. It is read again when it changes.',
  ),
  authKeys: given('AUTH_KEYS', keyRecords, 'With `AUTH=keys`: keys as text, in place of a file or in addition to one.'),
  jwtIssuer: given('AUTH_JWT_ISSUER', text, 'With `AUTH=jwt`: the `iss` that tokens must have.'),
  jwtAudience: given('AUTH_JWT_AUDIENCE', text, 'With `AUTH=jwt`: the `aud` that tokens must have.'),
  jwtKeys: given('AUTH_JWKS', urlOrFile, 'With `AUTH=jwt`: where the JSON Web Key Set of the issuer is.'),
  jwtAlgorithms: usual(
    'AUTH_JWT_ALGORITHMS',
    algorithms,
    'RS256,ES256,EdDSA',
    'With `AUTH=jwt`: the algorithms by which tokens may be signed.',
  ),
  jwtClaim: usual(
    'AUTH_JWT_PERMISSIONS_CLAIM',
    text,
    'permissions',
    'With `AUTH=jwt`: the claim that has `read`, `write`, `sensitive` and `raw`, as a list or as words; other words in it are passed over.',
  ),
  introspection: usual(
    'INTROSPECTION',
    onOff,
    'on',
    'Whether clients may ask for the schema: by introspection, by `/schema.graphql`, and by suggestions in errors.',
  ),
  graphiql: usual('GRAPHIQL', onOff, 'on', 'Whether `/graphql` shows GraphiQL to browsers.'),
  share: usual(
    'ZOOM_SHARE',
    whole(1, 100),
    '90',
    'Percent of the rate limits to use; other apps draw on the same ones.',
  ),
  countedWithin: usual(
    'ZOOM_COUNTED_WITHIN_MS',
    whole(0, 10_000),
    '1000',
    'Zoom counts a call before its answer is there, and this long after its sending at the latest: till then the call has its place in the rate. Less lets more calls go out while answers are slow, and Zoom refuse some; more is safer.',
  ),
  redisUrl: given(
    'REDIS_URL',
    redisUrl,
    'The Redis through which several gateways share what they must not have twice; it is never shown.',
  ),
  redisTimeout: usual(
    'REDIS_TIMEOUT_MS',
    whole(10, 10_000),
    '150',
    'How long anything waits for Redis, before it goes on without.',
  ),
  redisPrefix: usual(
    'REDIS_PREFIX',
    text,
    'zoom-graphql:',
    'How all keys in Redis begin; gateways with the same one share all of it.',
  ),
  sandboxUsers: usual('SANDBOX_USERS', whole(1, 10_000), '60', 'Users of the sandbox’s account.'),
  sandboxSeed: usual('SANDBOX_SEED', whole(0, 2_147_483_647), '1', 'The same seed gives the same account.'),
  sandboxLatency: usual('SANDBOX_LATENCY_MS', whole(0, 60_000), '0', 'How long each answer of the sandbox takes.'),
  sandboxPlan: usual('SANDBOX_PLAN', plan, 'pro', 'The plan whose rate limits the sandbox enforces.'),
  sandboxFaults: given('SANDBOX_FAULTS', faults, 'What the sandbox does wrong now and then.'),
  sandboxPort: usual('SANDBOX_PORT', whole(0, 65_535), '0', 'Where the sandbox listens; 0 takes any free port.'),
  sandboxZone: usual('SANDBOX_ZONE', zone, 'UTC', 'The clock by which the sandbox counts days.'),
  maxCalls: usual('MAX_CALLS_PER_REQUEST', whole(1, 1_000_000), '1000', 'REST calls that one request may make.'),
  timeout: usual(
    'REQUEST_TIMEOUT_MS',
    whole(1, 3_600_000),
    '30000',
    'How long one request may take, unless it asks for another time.',
  ),
  maxTimeout: usual(
    'MAX_REQUEST_TIMEOUT_MS',
    whole(1, 3_600_000),
    '150000',
    'The longest that a request may ask for by the header `x-zoom-timeout-ms` or `extensions.zoom.timeoutMs`; never less than `REQUEST_TIMEOUT_MS`.',
  ),
  maxFirst: usual('MAX_FIRST', whole(1, 100_000), '1000', 'The most items that one connection may be asked for.'),
  persistedOperations: given(
    'PERSISTED_OPERATIONS',
    paths,
    'Files that register documents by their ids, as graphql-codegen’s client preset (`persistedDocuments`) and relay-compiler (`persistConfig`) write them.',
  ),
  persistedOnly: usual(
    'PERSISTED_ONLY',
    onOff,
    'off',
    'Whether nothing but the documents of `PERSISTED_OPERATIONS` may run.',
  ),
  // What is kept may hold page tokens, and these live 15 minutes.
  sharedCacheSeconds: usual(
    'SHARED_CACHE_SECONDS',
    whole(0, 600),
    '10',
    'How long requests of one credential share small lists, such as roles, and the names of users; 0 is not at all.',
  ),
  responseCacheSeconds: usual(
    'RESPONSE_CACHE_SECONDS',
    whole(0, MOST_KEPT_SECONDS),
    '0',
    'How long answers of Zoom serve later requests of the same credential, unless they hold secrets or something was written since; 0 is not at all, and Zoom is asked each time.',
  ),
  responseCacheEndpoints: given(
    'RESPONSE_CACHE_ENDPOINTS',
    secondsOf,
    'Other seconds for some operations, by their names as `@rest` has them.',
  ),
  responseCacheClosedSeconds: usual(
    'RESPONSE_CACHE_CLOSED_SECONDS',
    whole(0, 86_400),
    '0',
    'The same for lists and reports of days that are over.',
  ),
  coalesce: usual(
    'COALESCE',
    onOff,
    'on',
    'Whether requests that are in flight at once share calls and executions that are the same for all of them.',
  ),
  compression: usual(
    'COMPRESSION',
    onOff,
    'on',
    'Whether GraphiQL, and answers of more than a kilobyte, are compressed for clients that take it; `off` where a proxy in front does that.',
  ),
  rawRequests: usual(
    'RAW_REQUESTS',
    onOff,
    'off',
    'Whether `zoomGet` and `zoomRequest` may call any path of the REST API, for callers with the permission `raw`.',
  ),
  extensions: usual('ZOOM_EXTENSIONS', onOff, 'on', 'Whether each answer says in `extensions.zoom` what it cost.'),
  optimizations: usual(
    'OPTIMIZATIONS_OFF',
    optimizations,
    'none',
    'Pieces of speed work to leave out, for measuring and for ruling one out: answers are the same without them. Without `plans` no bounds hold for the size of answers.',
  ),
  corsOrigins: given('CORS_ORIGINS', origins, 'Web pages of other origins that may use the gateway; none when unset.'),
  metricsPort: given(
    'METRICS_PORT',
    whole(0, 65_535),
    'Where Prometheus reads `/metrics`, a port of its own; nothing is counted when unset.',
  ),
  metricsHost: usual('METRICS_HOST', text, '127.0.0.1', 'The address of that port.'),
  logLevel: usual(
    'LOG_LEVEL',
    enumOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    'info',
    'The least important lines to log.',
  ),
} as const;

type Settings = typeof SETTINGS;
type Of<S> = S extends { parse: z.ZodType<infer T> } ? (S extends { standard: string } ? T : T | undefined) : never;
export type Config = { readonly [K in keyof Settings]: Of<Settings[K]> };

const CREDENTIALS = ['accountId', 'clientId', 'clientSecret'] as const;
const CHATBOT = ['chatbotClientId', 'chatbotClientSecret'] as const;

/** The settings are wrong; the message has a line for each variable at fault, and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings. Throws one `ConfigError` that names every wrong or missing variable. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const wrong: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [key, { name, may, parse, standard, words }] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const value = env[name]?.trim() || standard;
    if (value === undefined) continue;
    const read = parse.safeParse(value);
    if (read.success) config[key] = read.data;
    else wrong.push(`${name} must be ${may}.${meant(value, words)}`);
  }
  wrong.push(...renamedIn(env), ...unknownIn(env), ...emptyIn(env), ...halfSet(env));
  wrong.push(...lackingAuth(config as Partial<Config>));
  if (wrong.length > 0)
    throw new ConfigError(`The settings cannot be used:\n${wrong.map((line) => `- ${line}`).join('\n')}`);
  return config as Config;
};
/** The word that differs from what was given in a few letters. */
const meant = (given: string, words: readonly string[] | undefined): string => {
  if (!words || given.length > LONGEST_WORD) return '';
  const word = closest(given.toLowerCase(), words);
  return distance(given.toLowerCase(), word) <= word.length / 3 ? ` Did you mean \`${word}\`?` : '';
};
const LONGEST_WORD = 100;
const isZooms = (name: string) => name.startsWith('ZOOM_');
const SETTING_NAMES: ReadonlySet<string> = new Set(Object.values(SETTINGS).map(({ name }) => name));
/** Settings that are called otherwise now. */
const RENAMED: Readonly<Record<string, string>> = {
  ZOOM_AUTH: 'ZOOM_AUTH is no more: set AUTH=caller where it was `caller`, and leave it out where it was `server`.',
};
const renamedIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(RENAMED).flatMap(([name, what]) => (env[name] === undefined ? [] : [what]));
const unknownIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env)
    .filter((name) => isZooms(name) && env[name] !== undefined && !SETTING_NAMES.has(name) && !(name in RENAMED))
    .map((name) => `${name} is not a setting. Did you mean ${closest(name, [...SETTING_NAMES].filter(isZooms))}?`);
const emptyIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  [...SETTING_NAMES]
    .filter((name) => isZooms(name) && env[name]?.trim() === '')
    .map((name) => `${name} is empty. Give it a value, or unset it.`);
const halfSet = (env: Readonly<Record<string, string | undefined>>): string[] => {
  const namesOf = (keys: readonly (keyof Settings)[]) => keys.map((key) => SETTINGS[key].name);
  const isSet = (name: string) => env[name] !== undefined;
  const [own, chatbot] = [namesOf(CREDENTIALS), namesOf(CHATBOT)];
  const lacking = (names: readonly string[], why: string) =>
    names.some(isSet) ? names.filter((name) => !isSet(name)).map((name) => `${name} must be set too: ${why}`) : [];
  return [
    ...lacking(own, `${own.join(', ')} go together, or all stay unset for the sandbox.`),
    ...lacking(chatbot, `${chatbot.join(', ')} go together, or both stay unset.`),
    ...(env[SETTINGS.persistedOnly.name]?.trim() === 'on' && !env[SETTINGS.persistedOperations.name]?.trim()
      ? [`${SETTINGS.persistedOnly.name} leaves nothing that may run: set ${SETTINGS.persistedOperations.name}, too.`]
      : []),
    // Of the credentials is the token that opens it.
    ...(isSet(SETTINGS.eventsUrl.name) && !own.every(isSet)
      ? [`${SETTINGS.eventsUrl.name} may only be set with ${own.join(', ')}.`]
      : []),
    // Over the sandbox nothing would reach the chatbot that is meant.
    ...(chatbot.some(isSet) && !own.some(isSet)
      ? [`${chatbot.filter(isSet).join(', ')} may only be set with ${own.join(', ')}.`]
      : []),
  ];
};

/** Whoever may reach the gateway must say who it is, and the gateway must be able to tell. */
const lackingAuth = ({ auth, host, ...config }: Partial<Config>): string[] => {
  const needed = auth === 'jwt' ? (['jwtIssuer', 'jwtAudience', 'jwtKeys'] as const) : [];
  const { eventsUrl } = SETTINGS;
  const lacking = needed.filter((key) => config[key] === undefined).map((key) => SETTINGS[key].name);
  return [
    ...(auth === 'none' && host !== undefined && !isLoopback(host)
      ? [
          `${SETTINGS.host.name} must be an address of this machine alone, such as 127.0.0.1, with ${SETTINGS.auth.name}=none: whoever reached it could use your account. Set ${SETTINGS.auth.name} to keys, jwt or caller.`,
        ]
      : []),
    ...lacking.map((name) => `${name} must be set with ${SETTINGS.auth.name}=jwt.`),
    ...(auth === 'caller' && config.eventsUrl !== undefined
      ? [`${eventsUrl.name} cannot be used with ${SETTINGS.auth.name}=caller: the gateway has no token of its own.`]
      : []),
  ];
};

/** The app's credentials; undefined when there are none. */
export const credentialsOf = ({ accountId, clientId, clientSecret }: Config) =>
  accountId && clientId && clientSecret ? { accountId, clientId, clientSecret } : undefined;

/** Those of the chatbot's app; undefined when there are none. */
export const chatbotOf = ({ chatbotClientId: clientId, chatbotClientSecret: clientSecret }: Config) =>
  clientId && clientSecret ? { clientId, clientSecret } : undefined;

/** The proxy on the way to Zoom; undefined where there is none. */
export const proxyOf = ({ proxy, noProxy }: Config) => (proxy ? { url: proxy, except: noProxy } : undefined);

/** Whether the gateway runs against its own Zoom: nobody's credentials are there to use the real one. */
export const usesSandbox = (config: Config): boolean => config.auth !== 'caller' && !credentialsOf(config);

/** What a newcomer sets, as the README shows it; docs/settings.md has all of them. */
export const FIRST_SETTINGS = [
  'accountId',
  'clientId',
  'clientSecret',
  'plan',
  'port',
] as const satisfies readonly (keyof Settings)[];

/** The settings as a Markdown table. */
export const settingsTable = (
  keys: readonly (keyof Settings)[] = Object.keys(SETTINGS) as (keyof Settings)[],
): string =>
  [
    '| Variable | Default | May be | What it sets |',
    '| --- | --- | --- | --- |',
    ...keys
      .map((key): Setting<unknown> => SETTINGS[key])
      .map(
        ({ name, standard, may, about }) =>
          `| \`${name}\` | ${standard === undefined ? '' : `\`${standard}\``} | ${may} | ${about} |`,
      ),
  ].join('\n');
