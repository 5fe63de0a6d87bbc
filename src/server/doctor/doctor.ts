/** `npm run doctor`: whether the gateway can run with its settings, and what Zoom lets it do. Nothing that it says holds a secret. */
import type { Sandbox } from '../../sandbox/index.ts';
import type { Token } from '../../zoom/auth/auth.ts';
import { connections } from '../../zoom/http/send.ts';
import { type Config, ConfigError, readConfig, SETTINGS } from '../config.ts';
import { createLog } from '../log.ts';
import { clientOptions, sandboxFor } from '../server.ts';
import { port, redis, webhooks } from './around.ts';
import { type Diagnosis, type Finding, failed, ok, skipped, wrapped } from './finding.ts';
import type { Opened } from './graph.ts';
import { call, clock, mint, reach } from './zoom.ts';

interface Options {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** This machine's time, in milliseconds. */
  readonly now?: () => number;
}

/** Looks at everything, whatever is found on the way. */
export const diagnose = async ({ env = process.env, now = Date.now }: Options = {}): Promise<Diagnosis> => {
  let config: Config;
  let sandbox: Sandbox | undefined;
  try {
    config = readConfig(env);
    sandbox = await sandboxFor(config);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [says = '', ...more] = error.message.split('\n');
    return concluded([failed('settings', says, more)]);
  }
  try {
    return await examined(config, sandbox, now);
  } finally {
    await sandbox?.close();
  }
};

/** The graph is read only where there is a token to compare it with. */
const openedIn = async (scopes: ReadonlySet<string>): Promise<Opened> => {
  const [{ schema }, { openedBy }] = await Promise.all([import('../../../schema/index.ts'), import('./graph.ts')]);
  return openedBy(schema, scopes);
};

const examined = async (config: Config, sandbox: Sandbox | undefined, now: () => number): Promise<Diagnosis> => {
  const options = clientOptions(config, sandbox, createLog('silent'));
  const dispatcher = connections(options.proxy);
  try {
    const { auth, host, metricsPort, metricsHost } = config;
    const settings = ok('settings', `They can be used, with ${upstreamOf(config, sandbox)}.`);
    const addresses = auth !== 'caller' ? [options.apiUrl, options.oauthUrl] : [options.apiUrl];
    const hosts = await Promise.all(oneOfEach(addresses).map((address) => reach(dispatcher, address, now)));
    const aheads = hosts.flatMap(({ ahead }) => ahead ?? []);

    const isThere = hosts.every(({ finding }) => finding.verdict === 'ok');
    const unseen = (check: string) => ({ finding: skipped(check, 'A host cannot be reached.'), token: undefined });
    const { finding: minted, token } = isThere ? await mint('token', options, dispatcher) : unseen('token');
    const bot = options.chatbot && (isThere ? await mint('chatbot', options, dispatcher) : unseen('chatbot'));
    const called = token ? await call(options, token, dispatcher) : [];
    const opened = token?.scopes && (await openedIn(token.scopes));

    const findings = [
      settings,
      ...hosts.map(({ finding }) => finding),
      clock(aheads),
      auth !== 'caller' ? minted : skipped('token', 'Each caller brings one.'),
      ...(bot ? [bot.finding] : []),
      ...called,
      scopesFinding(token, opened),
      webhooks(config, sandbox !== undefined),
      await redis(config),
      await port('port', config.port, host, SETTINGS.port.name),
      ...(metricsPort === undefined
        ? []
        : [await port('metrics', metricsPort, metricsHost, SETTINGS.metricsPort.name)]),
    ];
    return concluded(findings, token?.scopes, opened);
  } finally {
    await dispatcher.close();
  }
};

const upstreamOf = ({ auth, apiUrl }: Config, sandbox: Sandbox | undefined): string => {
  if (sandbox) return 'the embedded sandbox, since there are no credentials';
  return auth === 'caller' ? `${apiUrl} and the callers’ tokens` : `${apiUrl} and the app’s credentials`;
};

/** An address of each host. */
const oneOfEach = (addresses: readonly string[]): string[] => [
  ...new Map(addresses.map((address) => [new URL(address).origin, address])).values(),
];

const scopesFinding = (token: Token | undefined, opened: Opened | undefined): Finding => {
  if (!token) return skipped('scopes', 'Without a token they are not known.');
  if (!token.scopes || !opened) return skipped('scopes', 'Zoom does not report the scopes of the token.');
  const { all, open } = opened;
  const says = `${token.scopes.size} scopes are granted, which open ${open} of the ${all} fields that call Zoom.`;
  // That an app has no more scopes than it needs is as it should be.
  return open === 0 ? failed('scopes', says) : ok('scopes', says, namesOf(token.scopes));
};
const namesOf = (scopes: ReadonlySet<string>): string[] =>
  scopes.size > MOST_SCOPES ? ['`npm run doctor -- --json` names them.'] : wrapped([...scopes].sort());
/** More are not read by anybody. */
const MOST_SCOPES = 60;

const concluded = (findings: readonly Finding[], scopes?: ReadonlySet<string>, opened?: Opened): Diagnosis => ({
  isWell: findings.every(({ verdict }) => verdict !== 'failed'),
  findings,
  ...(scopes && { scopes: [...scopes].sort() }),
  ...(opened && { closed: opened.closed }),
});
