/** Recordings and voicemails of calls; what Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, vi } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import type { Received } from '../../stub.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What is asked for without `from` and `to`. */
const MONTH = 'from=2026-10-03&to=2026-11-02';
const __typename = 'PhoneRecording';

reads([
  {
    name: "the account's recordings and a user's are lists of one type",
    table: {
      'GET /phone/recordings': {
        recordings: [
          { id: 'r1', owner: { id: 'u1', type: 'user' }, recording_type: 'OnDemand', disclaimer_status: 0 },
          { id: 'r2', owner: { id: 'q1', type: 'callQueue' } },
        ],
      },
      'GET /phone/users/u1/recordings': { recordings: [{ id: 'r1', call_history_id: 'h1' }] },
    },
    query: `{
      phone { recordings { nodes { __typename recordingType disclaimerStatus owner { type user { id user { id } } } } } }
      phoneUser(id: "u1") { recordings { nodes { __typename callHistoryId } } } }`,
    data: {
      phone: {
        recordings: {
          nodes: [
            {
              __typename,
              recordingType: 'ON_DEMAND',
              disclaimerStatus: 'IMPLICIT',
              owner: { type: 'USER', user: { id: globalId('PhoneUser', 'u1'), user: { id: globalId('User', 'u1') } } },
            },
            { __typename, recordingType: null, disclaimerStatus: null, owner: { type: 'CALL_QUEUE', user: null } },
          ],
        },
      },
      phoneUser: { recordings: { nodes: [{ __typename, callHistoryId: 'h1' }] } },
    },
    calls: [`GET /phone/recordings?${MONTH}&page_size=30`, `GET /phone/users/u1/recordings?${MONTH}&page_size=30`],
    together: true,
  },
  {
    name: 'recordings of the account go back as far as one likes, in windows',
    table: {
      'GET /phone/recordings': ({ query }: Received) => ({
        recordings: [
          query.get('from') === '2025-08-31'
            ? { id: 'old', date_time: '2025-09-02T00:00:00Z' }
            : { id: 'new', date_time: '2025-10-05T00:00:00Z' },
        ],
      }),
    },
    query: `{ phone { recordings(from: "2025-09-01", to: "2025-10-10", ownerType: CALL_QUEUE, recordingType: ON_DEMAND) {
      nodes { zoomId } pageInfo { hasNextPage } } } }`,
    at: 'phone.recordings',
    data: { nodes: [{ zoomId: 'new' }, { zoomId: 'old' }], pageInfo: { hasNextPage: false } },
    calls: ['from=2025-09-12&to=2025-10-12', 'from=2025-08-31&to=2025-09-14'].map(
      (window) => `GET /phone/recordings?owner_type=callQueue&recording_type=OnDemand&${window}&page_size=30`,
    ),
  },
  ...['recordings', 'voicemails'].map((field) => ({
    name: `a user's ${field} older than six months are refused with the limit`,
    table: { 'GET /phone/users/u1': { id: 'u1', email: 'ann@example.com' } },
    query: `{ phoneUser(id: "u1") { email ${field}(from: "2026-04-01") { nodes { zoomId } } } }`,
    data: { phoneUser: { email: 'ann@example.com', [field]: null } },
    errors: [
      {
        message: 'Zoom keeps this for 6 months: `from` must be 2026-04-30 or later, and is 2026-04-01.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    calls: ['GET /phone/users/u1'],
  })),
  {
    name: "a user's voicemails",
    table: { 'GET /phone/users/u1/voice_mails': { voice_mails: [{ id: 'v1' }] } },
    query: '{ phoneUser(id: "u1") { voicemails(status: ALL, trash: false) { nodes { zoomId } } } }',
    data: { phoneUser: { voicemails: { nodes: [{ zoomId: 'v1' }] } } },
    calls: [`GET /phone/users/u1/voice_mails?status=all&trash=false&${MONTH}&page_size=30`],
  },
]);
