import { entity } from '../../declare/entity.ts';
import * as api from './call-queues.ts';

export const CallQueue = entity('CallQueue', {
  shape: api.CallQueue,
  key: { callQueueId: 'id' },
  get: api.getCallQueue,
  foundIn: [api.listCallQueues],
});
