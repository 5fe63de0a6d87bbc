import { afterEach, beforeEach, vi } from 'vitest';
import { globalId, reads } from '../../rows.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const call = {
  call_id: '7001',
  date_time: '2026-05-04T09:00:00Z',
  direction: 'internal',
  mos: '4.4',
  caller: { extension_number: '1001', site_id: 's1', codec: 'opus' },
  callee: { phone_number: '+12055550101' },
};

reads([
  {
    name: 'how calls sounded, with the site and user at each end',
    table: {
      'GET /phone/metrics/call_logs': { call_logs: [call] },
      'GET /phone/users': { users: [{ id: 'u1', extension_number: 1001, email: 'ann@example.com' }] },
    },
    query: `{ phone { callQuality(from: "2026-05-01", to: "2026-05-07", qualityType: GOOD) { nodes { id callId mos direction
      caller { codec site { id } user { email } } callee { phoneNumber site { id } user { id } } } } } }`,
    at: 'phone.callQuality.nodes',
    data: [
      {
        id: globalId('PhoneCallQuality', '2026-05-04,7001'),
        callId: '7001',
        mos: '4.4',
        direction: 'INTERNAL',
        caller: { codec: 'opus', site: { id: globalId('PhoneSite', 's1') }, user: { email: 'ann@example.com' } },
        callee: { phoneNumber: '+12055550101', site: null, user: null },
      },
    ],
    calls: [
      'GET /phone/metrics/call_logs?quality_type=good&from=2026-04-30&to=2026-05-09&page_size=30',
      'GET /phone/users?page_size=100',
    ],
  },
]);
