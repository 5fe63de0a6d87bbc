import {
  daysOfCall,
  type End,
  isAtEnd,
  isOfCall,
  isVoicemailOf,
  ownEnd,
} from '../../../resolvers/domains/phone/call-logs.ts';
import type { Entity } from '../../../resolvers/entity.ts';
import { CallLog } from '../../../src/zoom/api/phone/call-logs.entities.ts';
import * as api from '../../../src/zoom/api/phone/call-logs.ts';
import { PhoneRecording } from '../../../src/zoom/api/phone/recordings.entities.ts';
import { listPhoneRecordings } from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { Voicemail } from '../../../src/zoom/api/phone/voicemails.entities.ts';
import { listUserVoicemails } from '../../../src/zoom/api/phone/voicemails.ts';
import type { Of } from '../../../src/zoom/declare/shape.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

type Log = Entity<Of<typeof api.CallLog>>;

/** Phone users are named by id alone: all of them are read once, whoever is looked for by extension. */
const party = (end: End) => ({
  list: listPhoneUsers,
  of: PhoneUser,
  link: ({ row }: Log) => ownEnd(row, end),
  match: ({ row }: Log) => isAtEnd(row, end),
});

export const phoneCallLogsDomain: Domain = (builder) => {
  entityObject(builder, CallLog, {
    fields: (t) => ({
      caller: t.zoomRow({ ...party('caller'), description: 'Who called, if it was a phone user of the account.' }),
      callee: t.zoomRow({ ...party('callee'), description: 'Who was called, if it was a phone user of the account.' }),
      recording: t.zoomRow({
        list: listPhoneRecordings,
        of: PhoneRecording,
        owner: (log) => log,
        query: ({ row }: Log) => daysOfCall(row),
        match: ({ row }) => isOfCall(row),
        description: 'The recording of the call, if there is one.',
      }),
      voicemail: t.zoomRow({
        list: listUserVoicemails,
        of: Voicemail,
        path: ({ row }: Log) => {
          const user = ownEnd(row, 'callee');
          return user && { userId: user.id };
        },
        query: ({ row }: Log) => daysOfCall(row),
        match: ({ row }) => isVoicemailOf(row),
        description: 'The message that the caller left for the phone user whose log this is, if there is one.',
      }),
    }),
  });

  builder.objectField(phoneOf(builder), 'callLogs', (t) =>
    t.zoomConnection({
      list: api.listCallLogs,
      of: CallLog,
      description: 'The calls of the account, newest first.',
    }),
  );
  builder.objectField(refOf(builder, PhoneUser), 'callLogs', (t) =>
    t.zoomConnection({
      list: api.listUserCallLogs,
      of: CallLog,
      description: 'The calls of the user, newest first.',
    }),
  );
};
