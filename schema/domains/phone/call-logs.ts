import { daysOfCall, type End, isAtEnd, isOfCall, ownEnd } from '../../../resolvers/domains/phone/call-logs.ts';
import * as api from '../../../src/zoom/api/phone/call-logs.ts';
import { listPhoneRecordings, PhoneRecording } from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

/** Phone users are named by id alone: all of them are read once, whoever is looked for by extension. */
const party = (end: End) => ({
  list: listPhoneUsers,
  of: PhoneUser,
  link: (log: object) => ownEnd(log, end),
  match: (log: object) => isAtEnd(log, end),
});

export const phoneCallLogsDomain: Domain = (builder) => {
  builder.objectFields(objectOf(builder, api.CallLog), (t) => ({
    caller: t.zoomRow({ ...party('caller'), description: 'Who called, if it was a phone user of the account.' }),
    callee: t.zoomRow({ ...party('callee'), description: 'Who was called, if it was a phone user of the account.' }),
    recording: t.zoomRow({
      list: listPhoneRecordings,
      as: PhoneRecording,
      query: daysOfCall,
      match: isOfCall,
      description: 'The recording of the call, if there is one.',
    }),
  }));

  builder.objectField(phoneOf(builder), 'callLogs', (t) =>
    t.zoomConnection({
      list: api.listCallLogs,
      as: api.CallLog,
      description: 'The calls of the account, newest first.',
    }),
  );
  builder.objectField(refOf(builder, PhoneUser), 'callLogs', (t) =>
    t.zoomConnection({
      list: api.listUserCallLogs,
      as: api.CallLog,
      description: 'The calls of the user, newest first.',
    }),
  );
};
