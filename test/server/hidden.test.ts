/** What a client gives may be a password. Neither the answer that refuses it nor the log repeats it, however it is refused. */
import { expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { createLog } from '../../src/server/log.ts';
import { way } from '../way.ts';
import { post } from './post.ts';
import { clientOf } from './support.ts';

const SECRET = 'hunter2';
const MEANT = { 'graphql-require-preflight': '1' };
const NAME = `s${SECRET}`;

const ofInput = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id } } }';
const input = (fields: unknown) => post({ query: ofInput, variables: { input: fields } });
const literal = (fields: string) => post({ query: `mutation { createMeeting(input: ${fields}) { meeting { id } } }` });
const formOf = (parts: Record<string, string>): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.set(name, value);
  return { method: 'POST', headers: MEANT, body };
};
const raw = (type: string, body: string): RequestInit => ({
  method: 'POST',
  headers: { ...MEANT, 'content-type': type },
  body,
});

/** Requests that are refused for a value, each with the secret in it. */
const REFUSED: Record<string, RequestInit | [search: string, init: RequestInit]> = {
  'a body that is no JSON': post(`{"variables":{"password":"${SECRET}"}`),
  'a body that is a text': post(JSON.stringify(SECRET)),
  'a body in no encoding': post({ query: SECRET }, { 'content-encoding': SECRET }),
  'a body of no type': raw(`text/${SECRET}`, SECRET),
  'a charset': raw(`application/json; charset=${SECRET}`, '{}'),
  'variables of a URL': [`?query={__typename}&variables={"password":"${SECRET}`, { headers: MEANT }],
  'variables of a form': raw('application/x-www-form-urlencoded', `query={__typename}&variables=${SECRET}`),
  'operations of an upload': formOf({ operations: SECRET }),
  'a map of an upload': formOf({ operations: '{}', map: SECRET }),
  'a path of an upload': formOf({ operations: '{}', map: `{"${SECRET}":["${SECRET}"]}` }),
  'an upload that breaks off': raw('multipart/form-data; boundary=x', `--x\r\n${SECRET}`),
  'a media type': post({ query: '{ __typename }' }, { accept: `text/${SECRET}` }),
  'variables that are a text': post({ query: '{ __typename }', variables: SECRET }),
  'a query that is no text': post({ query: { password: SECRET } }),
  'a hash': post({ extensions: { persistedQuery: { sha256Hash: SECRET } } }),
  'an object for a text': input({ userId: 'me', password: { password: SECRET } }),
  'a list for a text': input({ userId: 'me', password: [SECRET] }),
  'a text for a number': input({ userId: 'me', duration: SECRET }),
  'a text for a time': input({ userId: 'me', startTime: SECRET }),
  'a text for an enum': input({ userId: 'me', type: SECRET }),
  'an object for an enum': input({ userId: 'me', type: { password: SECRET } }),
  'a text for an object': input({ userId: 'me', settings: SECRET }),
  'a text for a list': input({ userId: 'me', trackingFields: SECRET }),
  'a text for a truth': input({ userId: 'me', settings: { hostVideo: SECRET } }),
  'a missing value beside others': input({ userId: null, password: SECRET }),
  'a text for the whole input': input(SECRET),
  'a default value': post({
    query: `query ($n: Int = "${SECRET}") { users(first: $n) { totalCount } }`,
  }),
  'a literal for a number': literal(`{ userId: "me", duration: "${SECRET}" }`),
  'a literal for a time': literal(`{ userId: "me", startTime: "${SECRET}" }`),
  'a literal for an enum': literal(`{ userId: "me", type: "${SECRET}" }`),
  'a word for an enum': literal(`{ userId: "me", type: ${NAME} }`),
  'a word for a text': literal(`{ userId: "me", password: ${NAME} }`),
  'an object literal for a text': literal(`{ userId: "me", password: { password: "${SECRET}" } }`),
  'a list literal for a text': literal(`{ userId: "me", password: ["${SECRET}"] }`),
  'a literal for an object': literal(`{ userId: "me", settings: "${SECRET}" }`),
  'a literal for the whole input': literal(`"${SECRET}"`),
  'an object without what it needs': literal(`{ password: "${SECRET}" }`),
  'a text where syntax has none': post({ query: `{ me { "${SECRET}" } }` }),
  'a block of text where syntax has none': post({ query: `{ me """${SECRET} "a\n""" }` }),
  'a text that does not end': post({ query: `{ user(id: "${SECRET}\n") { id } }` }),
  'a null beside others, by a variable': post({
    query: `query ($day: Date = "2026-11-01") {
      account { dashboard { issues(from: $day, to: "2026-11-02", after: "${SECRET}") { totalCount } } }
    }`,
    variables: { day: null },
  }),
  'a null within a literal, by a variable': post({
    query: `mutation ($user: ID = "me") { createMeeting(input: { userId: $user, password: "${SECRET}" }) { meeting { id } } }`,
    variables: { user: null },
  }),
  'a null within a list, by a variable': post({
    query: `query ($status: UserStatusInput = ACTIVE) { users(status: [ACTIVE, $status], roleId: "${SECRET}") { totalCount } }`,
    variables: { status: null },
  }),
};

test.each(Object.entries(REFUSED))('%s', async (_, sent) => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const { client } = clientOf();
  const gateway = createGateway({ ...way, client, config: readConfig({}), log });
  const [search, init] = Array.isArray(sent) ? sent : ['', sent];
  const response = await gateway.fetch(`http://gateway/graphql${search}`, init);
  const text = await response.text();
  expect(JSON.parse(text).errors).toEqual([expect.objectContaining({ message: expect.any(String) })]);
  expect(response.status).toBeLessThan(500);
  expect(text).not.toContain('INTERNAL_SERVER_ERROR');
  expect(text).not.toContain(SECRET);
  expect(lines.join('')).not.toContain(SECRET);
});
