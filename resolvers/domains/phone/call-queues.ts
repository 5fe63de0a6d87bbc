import * as api from '../../../src/zoom/api/phone/call-queues.ts';
import { entity } from '../../entity.ts';

export const CallQueue = entity('CallQueue', {
  shape: api.CallQueue,
  key: { callQueueId: 'id' },
  get: api.getCallQueue,
  foundIn: [api.listCallQueues],
});
