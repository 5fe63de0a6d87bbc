import { entity } from '../../declare/entity.ts';
import * as api from './call-history.ts';

/** A call in the history of the account. Zoom lists them by days, and tells the path of one by its id. */
export const CallHistory = entity('CallHistory', {
  shape: api.CallHistory,
  key: { callHistoryUuid: 'call_history_uuid' },
  get: api.getCallHistory,
  foundIn: [api.listCallHistory],
});

/** A part of a call: it stands in the path of the call, and in the history of the user whose part it is. */
export const CallElement = entity('CallElement', {
  shape: api.CallElement,
  key: { callElementId: 'call_element_id' },
  get: api.getCallElement,
  foundIn: [api.listUserCallHistory],
});

/** The same in the older form of call history, which recordings and voicemails name. */
export const CallHistoryDetail = entity('CallHistoryDetail', {
  shape: api.CallHistoryDetail,
  key: { callHistoryId: 'id' },
  get: api.getCallHistoryDetail,
});
