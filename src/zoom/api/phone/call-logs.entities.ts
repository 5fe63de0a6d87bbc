import { dayOf, entity, fromPath } from '../../declare/entity.ts';
import * as api from './call-logs.ts';
import { OF_ACCOUNT } from './common.ts';

/** A call in the log of the account or in that of a user: each tells other parts of it. Zoom lists them by days, and reads none by its id. */
export const CallLog = entity('CallLog', {
  shape: api.CallLog,
  key: { userId: fromPath, day: dayOf('date_time'), callLogId: 'id' },
  foundIn: [{ list: api.listCallLogs, place: OF_ACCOUNT }, api.listUserCallLogs],
  isRow: true,
});
