import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { allBut } from '../../src/engine/optimizations.ts';
import {
  ConfigError,
  chatbotOf,
  credentialsOf,
  readConfig,
  SETTINGS,
  settingsTable,
  usesSandbox,
} from '../../src/server/config.ts';

const CREDENTIALS = { ZOOM_ACCOUNT_ID: 'account', ZOOM_CLIENT_ID: 'client', ZOOM_CLIENT_SECRET: 'hush' };
const CHATBOT = { ZOOM_CHATBOT_CLIENT_ID: 'bot', ZOOM_CHATBOT_CLIENT_SECRET: 'bot-hush' };
const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('These settings were accepted.');
};

test('an empty environment gives the standards and the sandbox', () => {
  const config = readConfig({});
  expect(config).toMatchInlineSnapshot(`
    {
      "apiUrl": "https://api.zoom.us/v2",
      "auth": "none",
      "coalesce": true,
      "compression": true,
      "countedWithin": 1000,
      "eventBuffer": 1000,
      "eventsKept": 10000,
      "extensions": true,
      "graphiql": true,
      "host": "127.0.0.1",
      "introspection": true,
      "jwtAlgorithms": [
        "RS256",
        "ES256",
        "EdDSA",
      ],
      "jwtClaim": "permissions",
      "logLevel": "info",
      "maxCalls": 1000,
      "maxFirst": 1000,
      "maxTimeout": 150000,
      "metricsHost": "127.0.0.1",
      "oauthUrl": "https://zoom.us/oauth/token",
      "optimizations": {
        "documents": true,
        "keptBytes": true,
        "leafReaders": true,
        "plans": true,
        "responseCache": true,
        "sharing": true,
        "shortWay": true,
        "slices": true,
        "templates": true,
        "unchanged": true,
        "utf8": true,
      },
      "persistedOnly": false,
      "plan": "pro",
      "port": 4000,
      "rawRequests": false,
      "redisPrefix": "zoom-graphql:",
      "redisTimeout": 150,
      "responseCacheClosedSeconds": 0,
      "responseCacheSeconds": 0,
      "sandboxLatency": 0,
      "sandboxPlan": "pro",
      "sandboxPort": 0,
      "sandboxSeed": 1,
      "sandboxUsers": 60,
      "sandboxZone": "UTC",
      "share": 90,
      "sharedCacheSeconds": 10,
      "timeout": 30000,
      "webhookTolerance": 5400,
      "workers": 1,
    }
  `);
  expect(usesSandbox(config)).toBe(true);
  expect(credentialsOf(config)).toBeUndefined();
});

test('an empty or blank variable counts as unset', () => {
  expect(readConfig({ PORT: '', SANDBOX_USERS: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
});

test('an empty secret of webhooks stops the start: it would take events of anybody', () => {
  for (const ZOOM_WEBHOOK_SECRET of ['', ' '])
    expect(messageOf({ ZOOM_WEBHOOK_SECRET })).toContain('- ZOOM_WEBHOOK_SECRET is empty.');
});

test('but not one of those that choose between Zoom and the sandbox', () => {
  expect(messageOf({ ZOOM_ACCOUNT_ID: '', ZOOM_CLIENT_ID: ' ', ZOOM_CLIENT_SECRET: '', ZOOM_PLAN: '' })).toBe(
    [
      'The settings cannot be used:',
      '- ZOOM_ACCOUNT_ID is empty. Give it a value, or unset it.',
      '- ZOOM_CLIENT_ID is empty. Give it a value, or unset it.',
      '- ZOOM_CLIENT_SECRET is empty. Give it a value, or unset it.',
      '- ZOOM_PLAN is empty. Give it a value, or unset it.',
    ].join('\n'),
  );
});

test('a variable of Zoom’s that is not a setting is named with the one that is meant', () => {
  expect(messageOf({ ZOOM_CLIENTID: 'x', ZOOM_ACOUNT_ID: 'y', ZOOM_EXTENSION: 'off', PORTS: '1' })).toBe(
    [
      'The settings cannot be used:',
      '- ZOOM_CLIENTID is not a setting. Did you mean ZOOM_CLIENT_ID?',
      '- ZOOM_ACOUNT_ID is not a setting. Did you mean ZOOM_ACCOUNT_ID?',
      '- ZOOM_EXTENSION is not a setting. Did you mean ZOOM_EXTENSIONS?',
    ].join('\n'),
  );
});

test('credentials switch to the real Zoom', () => {
  const config = readConfig(CREDENTIALS);
  expect(usesSandbox(config)).toBe(false);
  expect(credentialsOf(config)).toEqual({ accountId: 'account', clientId: 'client', clientSecret: 'hush' });
});

test('a chatbot has credentials of its own beside them', () => {
  expect(chatbotOf(readConfig(CREDENTIALS))).toBeUndefined();
  expect(chatbotOf(readConfig({ ...CREDENTIALS, ...CHATBOT }))).toEqual({ clientId: 'bot', clientSecret: 'bot-hush' });
});

test('half-set credentials of a chatbot are named, and so are those without any of the account’s app', () => {
  expect(messageOf({ ZOOM_CHATBOT_CLIENT_SECRET: 'bot-hush' })).toBe(
    [
      'The settings cannot be used:',
      '- ZOOM_CHATBOT_CLIENT_ID must be set too: ZOOM_CHATBOT_CLIENT_ID, ZOOM_CHATBOT_CLIENT_SECRET go together, or both stay unset.',
      '- ZOOM_CHATBOT_CLIENT_SECRET may only be set with ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET.',
    ].join('\n'),
  );
});

describe('where Zoom tells of events over a WebSocket', () => {
  const url = 'wss://ws.zoom.us/ws?subscriptionId=s';

  test('is a place to which the token can be sent, and names the subscription', () => {
    expect(readConfig({ ...CREDENTIALS, ZOOM_EVENTS_URL: url }).eventsUrl).toBe(url);
    const ofThisMachine = 'ws://127.0.0.1:4001/ws?subscriptionId=s';
    expect(readConfig({ ...CREDENTIALS, ZOOM_EVENTS_URL: ofThisMachine }).eventsUrl).toBe(ofThisMachine);
    for (const wrong of [
      'ws://ws.zoom.us/ws?subscriptionId=s',
      'https://ws.zoom.us/ws?subscriptionId=s',
      'wss://ws.zoom.us/ws',
      `${url}&access_token=hush`,
      'wss://hush@ws.zoom.us/ws?subscriptionId=s',
      `${url}#hush`,
      'nonsense',
    ]) {
      const message = messageOf({ ...CREDENTIALS, ZOOM_EVENTS_URL: wrong });
      expect(message).toContain('- ZOOM_EVENTS_URL must be a wss URL');
      expect(message).not.toContain('hush');
    }
  });

  test('needs a token of the gateway’s own', () => {
    expect(messageOf({ ZOOM_EVENTS_URL: url })).toContain(
      '- ZOOM_EVENTS_URL may only be set with ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET.',
    );
    expect(messageOf({ ...CREDENTIALS, ZOOM_EVENTS_URL: url, AUTH: 'caller' })).toContain(
      '- ZOOM_EVENTS_URL cannot be used with AUTH=caller: the gateway has no token of its own.',
    );
  });
});

test('the callers’ own tokens need no credentials and no sandbox', () => {
  expect(usesSandbox(readConfig({ AUTH: 'caller' }))).toBe(false);
});

test('half-set credentials: each missing one is named', () => {
  expect(messageOf({ ZOOM_CLIENT_ID: 'client' })).toBe(
    [
      'The settings cannot be used:',
      '- ZOOM_ACCOUNT_ID must be set too: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET go together, or all stay unset for the sandbox.',
      '- ZOOM_CLIENT_SECRET must be set too: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET go together, or all stay unset for the sandbox.',
    ].join('\n'),
  );
});

test.each([
  ['ZOOM_PLAN', 'buisness', '`free` or `pro` or `business` or `education` or `enterprise` or `partner`', 'business'],
  ['AUTH', 'Key', '`none` or `keys` or `jwt` or `caller`', 'keys'],
])('a typo in %s is answered with the word that is meant', (name, given, may, word) => {
  expect(messageOf({ [name]: given })).toContain(`- ${name} must be ${may}. Did you mean \`${word}\`?`);
});

test('every wrong variable is named at once, with what it may be', () => {
  expect(messageOf({ PORT: 'http', ZOOM_PLAN: 'gold', ZOOM_SHARE: '0' })).toBe(
    [
      'The settings cannot be used:',
      '- PORT must be a whole number from 0 to 65535.',
      '- ZOOM_PLAN must be `free` or `pro` or `business` or `education` or `enterprise` or `partner`.',
      '- ZOOM_SHARE must be a whole number from 1 to 100.',
    ].join('\n'),
  );
});

test('a message never holds a value', () => {
  const message = messageOf({
    ...CREDENTIALS,
    ZOOM_ACCOUNT_ID: '',
    ZOOM_OAUTH_URL: 'https://me:hush@zoom.us/oauth/token',
  });
  expect(message).toContain('ZOOM_OAUTH_URL must be');
  expect(message).not.toContain('hush');
});

/** Of each kind of value: what is read, and what is refused. */
const RULES: Record<string, { read: [string, unknown][]; refused: string[] }> = {
  PORT: {
    read: [
      ['0', 0],
      [' 8080 ', 8080],
      ['65535', 65_535],
    ],
    refused: ['65536', '-1', '1.5', '4e3', '0x10', 'abc', '9'.repeat(20)],
  },
  HOST: {
    read: [
      ['localhost', 'localhost'],
      ['::1', '::1'],
    ],
    refused: ['0.0.0.0', '::', '192.168.1.5', 'gateway.example'],
  },
  ZOOM_API_URL: {
    read: [
      ['https://api.zoomgov.com/v2/', 'https://api.zoomgov.com/v2'],
      ['http://localhost:8080', 'http://localhost:8080'],
    ],
    refused: [
      'api.zoom.us',
      'ftp://api.zoom.us',
      'https://a:b@api.zoom.us',
      'https://api.zoom.us/v2?x=1',
      'https://api.zoom.us/#x',
      'file:///etc',
    ],
  },
  ZOOM_OAUTH_URL: { read: [['https://zoom.us/oauth/token', 'https://zoom.us/oauth/token']], refused: ['token'] },
  ZOOM_PLAN: {
    read: [
      ['free', 'free'],
      ['Pro', 'pro'],
      ['business', 'business'],
      ['education', 'business'],
      ['ENTERPRISE', 'business'],
      ['partner', 'business'],
    ],
    refused: ['buisness', 'pro+'],
  },
  WORKERS: {
    read: [
      ['1', 1],
      ['64', 64],
      ['auto', Math.min(64, availableParallelism())],
    ],
    refused: ['0', '65', '1.5', 'all'],
  },
  AUTH: {
    read: [
      ['keys', 'keys'],
      ['caller', 'caller'],
    ],
    refused: ['server', 'basic'],
  },
  AUTH_KEYS: { read: [['{"keys":[]}', []]], refused: ['zg_1', '{}', '[]', '{"keys":[{"id":"1"}]}'] },
  AUTH_JWKS: {
    read: [
      ['https://issuer.example/jwks.json', 'https://issuer.example/jwks.json'],
      ['http://127.0.0.1:9/jwks', 'http://127.0.0.1:9/jwks'],
      ['keys/jwks.json', 'keys/jwks.json'],
    ],
    refused: ['http://issuer.example/jwks.json', 'ftp://issuer.example', 'https://'],
  },
  AUTH_KEYS_FILE: { read: [['keys.json', 'keys.json']], refused: [] },
  AUTH_JWT_ISSUER: { read: [['https://issuer.example/', 'https://issuer.example/']], refused: [] },
  AUTH_JWT_AUDIENCE: { read: [['zoom-graphql', 'zoom-graphql']], refused: [] },
  AUTH_JWT_PERMISSIONS_CLAIM: { read: [['scope', 'scope']], refused: [] },
  INTROSPECTION: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['no'],
  },
  GRAPHIQL: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['no'],
  },
  AUTH_JWT_ALGORITHMS: { read: [['ES256, EdDSA', ['ES256', 'EdDSA']]], refused: ['none', 'HS256', 'RS256,HS256', ','] },
  ZOOM_SHARE: {
    read: [
      ['1', 1],
      ['100', 100],
    ],
    refused: ['0', '101', '90%'],
  },
  SANDBOX_USERS: {
    read: [
      ['1', 1],
      ['10000', 10_000],
    ],
    refused: ['0', '10001'],
  },
  SANDBOX_SEED: { read: [['0', 0]], refused: ['seed', '2147483648'] },
  SANDBOX_LATENCY_MS: { read: [['250', 250]], refused: ['60001'] },
  SANDBOX_PLAN: { read: [['free', 'free']], refused: ['none'] },
  SANDBOX_FAULTS: {
    read: [
      ['429:GET /users:2', '429:GET /users:2'],
      ['lost:5%,expire-pages:POST /users:10%', 'lost:5%,expire-pages:POST /users:10%'],
    ],
    refused: ['earthquake', ',', '500:GET /users:101%', '500:0%'],
  },
  SANDBOX_PORT: { read: [['4001', 4001]], refused: ['65536'] },
  SANDBOX_ZONE: {
    read: [
      ['Asia/Tokyo', 'Asia/Tokyo'],
      ['-08:00', '-08:00'],
    ],
    refused: ['Mars/Base', '+99:00', '8'],
  },
  RESPONSE_CACHE_ENDPOINTS: {
    read: [
      ['GET /groups=300', new Map([['GET /groups', 300]])],
      [
        'GET /groups=1, GET /users/{userId}=0',
        new Map([
          ['GET /groups', 1],
          ['GET /users/{userId}', 0],
        ]),
      ],
    ],
    refused: ['/groups=3', 'POST /groups=3', 'GET /groups', 'GET /groups=601', 'GET /groups=x'],
  },
  ZOOM_COUNTED_WITHIN_MS: { read: [['250', 250]], refused: ['-1', '10001', 'x'] },
  RESPONSE_CACHE_SECONDS: { read: [['5', 5]], refused: ['-1', '601'] },
  RESPONSE_CACHE_CLOSED_SECONDS: { read: [['3600', 3600]], refused: ['-1', '86401'] },
  REDIS_URL: {
    read: [['rediss://me:secret@redis.test:6380/1', 'rediss://me:secret@redis.test:6380/1']],
    refused: ['redis.test:6379', 'http://redis.test'],
  },
  REDIS_TIMEOUT_MS: { read: [['500', 500]], refused: ['0', '10001'] },
  REDIS_PREFIX: { read: [['zoom:', 'zoom:']], refused: [] },
  HTTPS_PROXY: {
    read: [['http://me:secret@proxy.test:3128', 'http://me:secret@proxy.test:3128']],
    refused: ['proxy.test:3128', 'socks5://proxy.test'],
  },
  NO_PROXY: { read: [['.internal,10.0.0.1', '.internal,10.0.0.1']], refused: [] },
  MAX_CALLS_PER_REQUEST: { read: [['1', 1]], refused: ['0'] },
  REQUEST_TIMEOUT_MS: { read: [['50', 50]], refused: ['0', '30s'] },
  MAX_REQUEST_TIMEOUT_MS: { read: [['600000', 600_000]], refused: ['0', '5m'] },
  PERSISTED_OPERATIONS: { read: [['a.json, b.json', ['a.json', 'b.json']]], refused: [',', 'a.json,'] },
  PERSISTED_ONLY: { read: [['off', false]], refused: ['yes'] },
  MAX_FIRST: { read: [['300', 300]], refused: ['0'] },
  SHARED_CACHE_SECONDS: {
    read: [
      ['0', 0],
      ['600', 600],
    ],
    refused: ['601', '-1', '0.5'],
  },
  COMPRESSION: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['yes'],
  },
  COALESCE: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['yes'],
  },
  RAW_REQUESTS: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['yes', 'true', '1'],
  },
  ZOOM_EXTENSIONS: {
    read: [
      ['on', true],
      ['off', false],
    ],
    refused: ['true', '1'],
  },
  OPTIMIZATIONS_OFF: {
    read: [
      ['none', allBut()],
      ['plans, slices', allBut(['plans', 'slices'])],
    ],
    refused: ['all', 'warp', 'plans,', 'none,plans'],
  },
  ALLOWED_HOSTS: {
    read: [
      ['zoom.example, Gateway', ['zoom.example', 'Gateway']],
      ['*', ['*']],
      ['fd00::1', ['fd00::1']],
    ],
    refused: ['https://zoom.example', 'zoom.example/', 'a b', 'zoom.example,'],
  },
  CORS_ORIGINS: {
    read: [
      ['https://a.example, http://localhost:3000', ['https://a.example', 'http://localhost:3000']],
      ['*', ['*']],
    ],
    refused: ['a.example', 'https://a.example/', 'https://a.example/path', 'https://a.example,', 'http://*:5173'],
  },
  LOG_LEVEL: { read: [['silent', 'silent']], refused: ['verbose'] },
  PUBLIC_URL: {
    read: [['https://zoom.example.com/', 'https://zoom.example.com']],
    refused: ['zoom.example.com', 'ftp://zoom.example.com', 'https://me:word@zoom.example.com', 'https://a.example?b'],
  },
  ZOOM_WEBHOOK_SECRET: { read: [[' hush ', 'hush']], refused: [] },
  WEBHOOK_TOLERANCE_SECONDS: { read: [['300', 300]], refused: ['0', '-1', '604801', '5m'] },
  EVENTS_KEPT: { read: [['1', 1]], refused: ['0', '1000001', 'all'] },
  EVENT_BUFFER: { read: [['10', 10]], refused: ['0', '100001'] },
  LINK_SECRET: { read: [['s'.repeat(32), 's'.repeat(32)]], refused: ['s'.repeat(31)] },
  ZOOM_FILE_HOSTS: {
    read: [['Files.example.com, cdn.example.com', ['files.example.com', 'cdn.example.com']]],
    refused: ['localhost', '*', 'https://files.example.com', 'files.example.com,'],
  },
  METRICS_PORT: { read: [['9464', 9464]], refused: ['65536', '-1', 'on'] },
  METRICS_HOST: { read: [['0.0.0.0', '0.0.0.0']], refused: [] },
};
const keyOf = (name: string) => Object.entries(SETTINGS).find(([, setting]) => setting.name === name)?.[0] ?? '';

describe.each(Object.entries(RULES))('%s', (name, { read, refused }) => {
  test.each(read)('%j is read', (text, value) => {
    expect(readConfig({ [name]: text })).toHaveProperty(keyOf(name), value);
  });
  if (refused.length > 0)
    test.each(refused)('%j is refused', (text) => {
      expect(messageOf({ [name]: text })).toContain(`- ${name} must be `);
    });
});

test('whoever may reach the gateway must say who it is', () => {
  for (const AUTH of ['keys', 'caller']) expect(readConfig({ HOST: '0.0.0.0', AUTH }).host).toBe('0.0.0.0');
  for (const more of [{}, { AUTH: 'none' }] as Record<string, string>[])
    expect(messageOf({ HOST: '0.0.0.0', ...more })).toContain(
      'with AUTH=none: whoever reached it could use your account.',
    );
});

test('AUTH=jwt says what it lacks', () => {
  expect(messageOf({ AUTH: 'jwt', AUTH_JWT_AUDIENCE: 'zoom' })).toBe(
    [
      'The settings cannot be used:',
      '- AUTH_JWT_ISSUER must be set with AUTH=jwt.',
      '- AUTH_JWKS must be set with AUTH=jwt.',
    ].join('\n'),
  );
});

test('what ZOOM_AUTH said is said by AUTH', () => {
  for (const ZOOM_AUTH of ['caller', 'server'])
    expect(messageOf({ ZOOM_AUTH })).toBe(
      'The settings cannot be used:\n- ZOOM_AUTH is no more: set AUTH=caller where it was `caller`, and leave it out where it was `server`.',
    );
});

test('each setting has a rule here, besides the credentials and what needs them', () => {
  const names = Object.values(SETTINGS).map(({ name }) => name);
  expect(new Set([...Object.keys(RULES), ...Object.keys({ ...CREDENTIALS, ...CHATBOT }), 'ZOOM_EVENTS_URL'])).toEqual(
    new Set(names),
  );
});

test('the table has a line for each setting, and none of its cells breaks it', () => {
  const lines = settingsTable().split('\n');
  expect(lines).toHaveLength(2 + Object.keys(SETTINGS).length);
  for (const line of lines) expect(line.split('|')).toHaveLength(6);
  expect(lines).toContain(
    '| `ZOOM_SHARE` | `90` | a whole number from 1 to 100 | Percent of the rate limits to use; other apps draw on the same ones. |',
  );
});

test('the settings are read in one place', () => {
  const sources = ['main', 'server', 'yoga', 'http/http', 'log', 'graphiql'].map((file) =>
    readFileSync(new URL(`../../src/server/${file}.ts`, import.meta.url), 'utf8'),
  );
  for (const source of sources) expect(source).not.toContain('process.env');
});
