/** Whether Zoom is there, what time it has, whether it gives a token, and what its answers tell of the plan. */
import type { Dispatcher } from 'undici';
import { listUsers } from '../../zoom/api/users/users.ts';
import { chatbotAuth, serverAuth, type Token } from '../../zoom/auth/auth.ts';
import { isGranted } from '../../zoom/auth/scopes.ts';
import { DEFAULTS, type Plan, ZoomError, type ZoomOptions } from '../../zoom/client/client.ts';
import { nameOf } from '../../zoom/declare/endpoint.ts';
import { answerOf } from '../../zoom/http/answer.ts';
import { type Headers, headerOf } from '../../zoom/http/headers.ts';
import { originOf, send } from '../../zoom/http/send.ts';
import { PLANS, rateLimitsOf } from '../../zoom/rate-limit/tables.ts';
import { SETTINGS } from '../config.ts';
import { type Finding, failed, ok, skipped, warning } from './finding.ts';

const TIMEOUT_MS = 10_000;

/** What was learnt of a host: the seconds by which our clock is ahead, where it says its time. */
export interface Reached {
  readonly finding: Finding;
  readonly ahead?: number;
}

/** Sends a request without credentials: any answer will do. */
export const reach = async (dispatcher: Dispatcher, address: string, now: () => number): Promise<Reached> => {
  const { pathname, host } = new URL(address);
  const sent = now();
  try {
    const { headers } = await send(
      dispatcher,
      { origin: originOf(address), path: pathname, method: 'GET', headers: {} },
      { timeoutMs: TIMEOUT_MS },
    );
    const came = now();
    const said = Date.parse(headerOf(headers)('date') ?? '');
    // The header has whole seconds.
    const ahead = ((sent + came) / 2 - said - 500) / 1000;
    return { finding: ok('host', `${host} answers in ${came - sent} ms.`), ...(!Number.isNaN(said) && { ahead }) };
  } catch (error) {
    return { finding: failed('host', `${host}: ${wordsOf(error)}`) };
  }
};

/** What the code of a broken connection means. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof ZoomError)) throw error;
  const [, code = ''] = /\(([A-Z][A-Z_0-9]+)\)/.exec(error.message) ?? [];
  const advice = ADVICE.find(([codes]) => codes.test(code))?.[1];
  return advice ? `${advice} (${code})` : error.message;
};
const ADVICE: readonly (readonly [codes: RegExp, advice: string])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, `its name cannot be looked up: check the name, DNS, or ${SETTINGS.proxy.name}.`],
  [/^ECONNREFUSED$/, `nobody listens there: check the address, a firewall, or ${SETTINGS.proxy.name}.`],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_(TLS|SSL)|^EPROTO$/,
    'TLS fails: its certificate is not trusted. A proxy may stand between; NODE_EXTRA_CA_CERTS names its certificate.',
  ],
];

/** Beyond these seconds the clocks differ by more than the way takes. Zoom's own webhooks are refused when they are five minutes old. */
const SKEW = { warning: 10, failed: 120 } as const;

export const clock = (aheads: readonly number[]): Finding => {
  const [ahead] = [...aheads].sort((a, b) => Math.abs(a) - Math.abs(b));
  if (ahead === undefined) return skipped('clock', 'No host said its time.');
  const by = Math.round(Math.abs(ahead));
  const says = `This machine is ${by} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Zoom.`;
  if (by > SKEW.failed) return failed('clock', `${says} Set its clock.`);
  return by > SKEW.warning ? warning('clock', `${says} Set its clock.`) : ok('clock', 'This machine has Zoom’s time.');
};

/** Mints a token. A mint may end the token before it: a gateway that runs gets itself another one. */
export const mint = async (
  check: 'token' | 'chatbot',
  { credentials, chatbot, oauthUrl }: ZoomOptions,
  dispatcher: Dispatcher,
): Promise<{ readonly finding: Finding; readonly token?: Token }> => {
  const minting = { oauthUrl, dispatcher, timeoutMs: TIMEOUT_MS, random: Math.random };
  const [own, bot] = [credentials && serverAuth(credentials, minting), chatbot && chatbotAuth(chatbot, minting)];
  const auth = check === 'token' ? own : bot;
  if (!auth) return { finding: skipped(check, 'There are no credentials.') };
  try {
    const token = await auth.token();
    return { finding: ok(check, 'Zoom gives an access token.'), token };
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error;
    return { finding: failed(check, error.message) };
  }
};

/** Makes the one call that nearly every app may make, and looks at the headers of its answer. */
export const call = async (
  { apiUrl, plan }: ZoomOptions,
  { value, scopes }: Token,
  dispatcher: Dispatcher,
): Promise<Finding[]> => {
  const name = nameOf(listUsers);
  if (scopes && isGranted(listUsers.scopes, scopes) === false) {
    const why = `The app may not call ${name}, by which that is looked for.`;
    return [skipped('call', why), skipped('plan', why)];
  }
  const path = `${new URL(apiUrl).pathname.replace(/\/+$/, '')}${listUsers.path}?page_size=1`;
  const headers = { accept: 'application/json', authorization: `Bearer ${value}` };
  try {
    const received = await send(
      dispatcher,
      { origin: originOf(apiUrl), path, method: 'GET', headers },
      { timeoutMs: DEFAULTS.callTimeoutMs, endpoint: listUsers },
    );
    answerOf(listUsers, received, { secrets: [value] });
    return [ok('call', `Zoom answers ${name}.`), planFinding(plan, plansIn(received.headers))];
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error;
    return [failed('call', `${name}: ${error.message}`), skipped('plan', 'No answer tells of it.')];
  }
};

/** The plans whose limits the headers of an answer to that call name: those of its label, by the second or by the day. */
export const plansIn = (headers: Headers): readonly Plan[] => {
  const header = headerOf(headers);
  const limit = Number.parseInt(header('x-ratelimit-limit') ?? '', 10);
  const isDaily = /daily/i.test(header('x-ratelimit-type') ?? '');
  return PLANS.filter((plan) => {
    const { rate, day } = rateLimitsOf(plan, 1).core[listUsers.limit];
    return (isDaily ? day : rate).max === limit;
  });
};

const planFinding = (set: Plan, told: readonly Plan[]): Finding => {
  const { name } = SETTINGS.plan;
  if (told.length === 0) return skipped('plan', `Zoom’s answer does not tell it; ${name} says ${set}.`);
  if (told.includes(set)) return ok('plan', `Zoom’s limits are those of the plan ${set}, as ${name} says.`);
  return warning('plan', `Zoom’s limits look like those of the plan ${told.join(' or ')}, and ${name} says ${set}.`);
};
