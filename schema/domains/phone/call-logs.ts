import { partyOf, recordingOf } from '../../../resolvers/domains/phone/call-logs.ts';
import * as api from '../../../src/zoom/api/phone/call-logs.ts';
import { listPhoneRecordings, PhoneRecording } from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { refOf } from '../../fields/entity.ts';
import { type Cost, type CostContext, callersOf } from '../../plan/cost.ts';
import type { Domain } from '../../types/builder.ts';
import { restOf } from '../../types/rest.ts';
import { asDeclared, objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

/** All phone users are read once, whoever of them is looked for. How many there are is not known. */
const party = (asked: CostContext): Cost => ({
  calls: [
    { endpoint: listPhoneUsers, each: 1, callers: callersOf(listPhoneUsers, asked), query: 'all', isEstimated: true },
  ],
  returns: asked.child({ of: PhoneUser, known: new Set(['id']) }),
});
/** The recordings of the day of each call. */
const recordings = ({ parents }: CostContext): Cost => ({
  calls: [{ endpoint: listPhoneRecordings, each: 1, callers: parents, isEstimated: true }],
});

export const phoneCallLogsDomain: Domain = (builder) => {
  builder.objectFields(objectOf(builder, api.CallLog), (t) => ({
    caller: t.field({
      type: refOf(builder, PhoneUser),
      description: 'Who called, if it was a phone user of the account.',
      directives: restOf(listPhoneUsers),
      extensions: { cost: party },
      resolve: (log, _, { store }, info) => partyOf(store, asDeclared(log, info), 'caller') as never,
    }),
    callee: t.field({
      type: refOf(builder, PhoneUser),
      description: 'Who was called, if it was a phone user of the account.',
      directives: restOf(listPhoneUsers),
      extensions: { cost: party },
      resolve: (log, _, { store }, info) => partyOf(store, asDeclared(log, info), 'callee') as never,
    }),
    recording: t.field({
      type: objectOf(builder, PhoneRecording),
      description: 'The recording of the call, if there is one.',
      directives: restOf(listPhoneRecordings),
      extensions: { cost: recordings },
      resolve: (log, _, { store }, info) => recordingOf(store, asDeclared(log, info)) as never,
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
