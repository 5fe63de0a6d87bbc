/** Zoom's own SDK as a client of a sandbox: its clients are told where that is, and get the tokens that it gives. */
import { Readable } from 'node:stream';
import { AccountsS2SAuthClient } from '@zoom/rivet/accounts';
import { ChatbotClient } from '@zoom/rivet/chatbot';
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';
import { PhoneS2SAuthClient } from '@zoom/rivet/phone';
import { TeamChatS2SAuthClient } from '@zoom/rivet/teamchat';
import { UsersS2SAuthClient } from '@zoom/rivet/users';
import type { SdkOperation } from '../agree/sdk.ts';
import { mint, type Zoom } from './harness.ts';

/** A token that the SDK takes for valid: its own clock is the real one, and its own mint knows no other host than Zoom's. */
const storeOf = (token: () => Promise<string>) => ({
  getLatestToken: async () => ({ accessToken: await token(), expirationTimeIso: '2999-01-01T00:00:00Z', scopes: [] }),
  storeToken: () => {},
});

export const sdkOf = ({ sandbox, token }: Pick<Zoom, 'sandbox' | 'token'>) => {
  const { apiUrl, credentials, chatbot } = sandbox;
  const common = { baseUrl: apiUrl, disableReceiver: true } as const;
  const options = { ...common, ...credentials, tokenStore: storeOf(token) };
  const botsToken = async () => (await mint(sandbox, 'chatbot')).body.access_token;
  return {
    accounts: new AccountsS2SAuthClient(options),
    chatbot: new ChatbotClient({ ...common, ...chatbot, tokenStore: storeOf(botsToken) }),
    meetings: new MeetingsS2SAuthClient(options),
    phone: new PhoneS2SAuthClient(options),
    teamchat: new TeamChatS2SAuthClient(options),
    users: new UsersS2SAuthClient(options),
  };
};
export type Sdk = ReturnType<typeof sdkOf>;

export interface Given {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: object;
}
interface Replied {
  readonly data: unknown;
  readonly statusCode: number;
  readonly trackingId?: string;
}
type Groups = Readonly<Record<string, Readonly<Record<string, (given: Given) => Promise<Replied>>>>>;

/** A file as the SDK takes it: a stream that knows its name. */
export const streamOf = async (file: File): Promise<Readable> =>
  Object.assign(Readable.from([Buffer.from(await file.arrayBuffer())]), { path: file.name });

/** Calls any operation of the SDK by its names. */
export const callBy = (sdk: Sdk, { product, group, method }: SdkOperation, given: Given): Promise<Replied> => {
  const clients: Readonly<Record<string, { endpoints: object }>> = sdk;
  const call = (clients[product]?.endpoints as Groups | undefined)?.[group]?.[method];
  if (!call) throw new Error(`The SDK has no ${product}.${group}.${method}.`);
  return call(given);
};
