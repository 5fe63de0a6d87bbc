import { dayOf, entity, fromPath } from '../../declare/entity.ts';
import { OF_ACCOUNT } from './common.ts';
import * as api from './recordings.ts';

/** A recorded call, of the list of the account or of that of a user: each tells other parts of it. */
export const PhoneRecording = entity('PhoneRecording', {
  shape: api.PhoneRecording,
  key: { userId: fromPath, day: dayOf('date_time'), recordingId: 'id' },
  foundIn: [{ list: api.listPhoneRecordings, place: OF_ACCOUNT }, api.listUserPhoneRecordings],
  isRow: true,
});
