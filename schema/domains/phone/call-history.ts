import { foundFor } from '../../../resolvers/call-for.ts';
import { daysOfTime } from '../../../resolvers/domains/phone/call-logs.ts';
import type { Entity } from '../../../resolvers/entity.ts';
import { AutoReceptionist } from '../../../src/zoom/api/phone/auto-receptionists.entities.ts';
import { listAutoReceptionists } from '../../../src/zoom/api/phone/auto-receptionists.ts';
import { CallElement, CallHistory, CallHistoryDetail } from '../../../src/zoom/api/phone/call-history.entities.ts';
import * as api from '../../../src/zoom/api/phone/call-history.ts';
import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import { listCallQueues } from '../../../src/zoom/api/phone/call-queues.ts';
import { PhoneRecording } from '../../../src/zoom/api/phone/recordings.entities.ts';
import { listPhoneRecordings } from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { Voicemail } from '../../../src/zoom/api/phone/voicemails.entities.ts';
import { listUserVoicemails } from '../../../src/zoom/api/phone/voicemails.ts';
import { Group } from '../../../src/zoom/api/users/groups.entities.ts';
import { wholeOf } from '../../../src/zoom/declare/entity.ts';
import { isWord, type Of } from '../../../src/zoom/declare/shape.ts';
import { edgeTo, entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { showAs } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

type Call = Of<typeof api.CallHistory>;
type Part = Of<typeof api.CallElement>;
/** What a call and each of its parts have alike. */
type Either = Pick<Call & Part, keyof Call & keyof Part>;
type End = 'caller' | 'callee';
const ENDS = {
  caller: ['caller_ext_id', 'caller_ext_type'],
  callee: ['callee_ext_id', 'callee_ext_type'],
} as const;
interface Extended {
  readonly extension_id?: unknown;
}
/** Zoom names who had a part by extension: all of the kind are read once, whoever is looked for. */
const isAt =
  (end: End, kind: string) =>
  ({ row }: Entity<Either>) => {
    const [id, type] = ENDS[end];
    const extension = row[id];
    return extension && isWord(row[type], kind) ? ({ extension_id }: Extended) => extension_id === extension : null;
  };

const requires = [...ENDS.caller, ...ENDS.callee];
/** What calls and their parts lead to alike. */
const edges = {
  caller: {
    list: listPhoneUsers,
    of: PhoneUser,
    requires,
    match: isAt('caller', 'user'),
    description: 'Who called, if it was a phone user of the account.',
  },
  callee: {
    list: listPhoneUsers,
    of: PhoneUser,
    requires,
    match: isAt('callee', 'user'),
    description: 'Who was called, if it was a phone user of the account.',
  },
  calleeQueue: {
    list: listCallQueues,
    of: CallQueue,
    requires,
    match: isAt('callee', 'call_queue'),
    description: 'The call queue that was called, if it was one.',
  },
  calleeAutoReceptionist: {
    list: listAutoReceptionists,
    of: AutoReceptionist,
    requires,
    match: isAt('callee', 'auto_receptionist'),
    description: 'The auto receptionist that was called, if it was one.',
  },
} as const;
const siteEdge = {
  of: PhoneSite,
  requires: ['site_id', 'site_name'] as const,
  link: (one: Entity<Either>) => {
    const id = one.get('site_id');
    return id ? { id, name: one.get('site_name') } : null;
  },
  description: 'The site of the user whose call it is.',
};
const groupEdge = {
  of: Group,
  requires: ['group_id'] as const,
  link: (one: Entity<Either>) => {
    const id = one.get('group_id');
    return id ? { id } : null;
  },
  description: 'The primary group of the user whose call it is.',
};

export const phoneCallHistoryDomain: Domain = (builder) => {
  // What the path of a call does not tell of a part, such as the extension of somebody outside, the part by itself does not tell either.
  const told = wholeOf(api.CallPathElement);
  showAs(builder, api.CallPathElement, {
    ref: refOf(builder, CallElement),
    link: (part, { store }, call) => foundFor(store, CallElement, call, part, told),
    cost: edgeTo(CallElement, { knownFields: [...told] }),
  });

  entityObject(builder, CallHistory, {
    fields: (t) => ({
      caller: t.zoomRow(edges.caller),
      callee: t.zoomRow(edges.callee),
      calleeQueue: t.zoomRow(edges.calleeQueue),
      calleeAutoReceptionist: t.zoomRow(edges.calleeAutoReceptionist),
      site: t.zoomRef(siteEdge),
      group: t.zoomRef(groupEdge),
    }),
  });
  entityObject(builder, CallElement, {
    fields: (t) => ({
      caller: t.zoomRow(edges.caller),
      callee: t.zoomRow(edges.callee),
      calleeQueue: t.zoomRow(edges.calleeQueue),
      calleeAutoReceptionist: t.zoomRow(edges.calleeAutoReceptionist),
      site: t.zoomRef(siteEdge),
      group: t.zoomRef(groupEdge),
      call: t.zoomRef({
        of: CallHistory,
        requires: ['call_history_uuid'],
        link: (part) => {
          const call_history_uuid = part.get('call_history_uuid');
          return call_history_uuid ? { call_history_uuid } : null;
        },
        description: 'The whole call.',
      }),
      recording: t.zoomRow({
        list: listPhoneRecordings,
        of: PhoneRecording,
        requires: ['recording_id', 'start_time'],
        owner: (part) => part,
        query: ({ row }: Entity<Part>) => daysOfTime(row.start_time),
        match: ({ row: { recording_id } }) => (recording_id ? ({ id }) => id === recording_id : null),
        description: 'The recording of this part of the call, if there is one.',
      }),
      voicemail: t.zoomRow({
        list: listUserVoicemails,
        of: Voicemail,
        requires: ['voicemail_id', 'start_time', ...ENDS.callee],
        // Voicemails are listed by user, and of those the part names the extension alone.
        via: {
          list: listPhoneUsers,
          match: isAt('callee', 'user'),
          path: ({ id }) => ({ userId: String(id) }),
        },
        query: ({ row }: Entity<Part>) => daysOfTime(row.start_time),
        match: ({ row: { voicemail_id } }) => (voicemail_id ? ({ id }) => id === voicemail_id : null),
        description: 'The message that the caller left for a phone user in this part of the call, if there is one.',
      }),
    }),
  });
  entityObject(builder, CallHistoryDetail, {
    fields: (t) => ({ site: t.zoomRef(siteEdge), group: t.zoomRef(groupEdge) }),
  });

  builder.objectField(phoneOf(builder), 'callHistory', (t) =>
    t.zoomConnection({
      list: api.listCallHistory,
      of: CallHistory,
      description: 'The calls of the account, newest first.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'callHistory', (t) =>
    t.zoomConnection({
      list: api.listCallHistory,
      of: CallHistory,
      parentQuery: { site_ids: (site) => site.zoomId },
      description: 'The calls of the users of the site, newest first.',
    }),
  );
  builder.objectField(refOf(builder, PhoneUser), 'callHistory', (t) =>
    t.zoomConnection({
      list: api.listUserCallHistory,
      of: CallElement,
      description: 'The calls of the user, newest first: of each the part that is theirs.',
    }),
  );
  for (const type of [PhoneRecording, Voicemail])
    builder.objectFields(refOf(builder, type), (t) => ({
      callElement: t.zoomRef({
        of: CallElement,
        requires: ['call_element_id'],
        link: (record: Entity<{ call_element_id?: string }>) => {
          const call_element_id = record.get('call_element_id');
          return call_element_id ? { call_element_id } : null;
        },
        description: 'The part of the call in the call history.',
      }),
      callHistoryDetail: t.zoomRef({
        of: CallHistoryDetail,
        requires: ['call_history_id'],
        link: (record: Entity<{ call_history_id?: string }>) => {
          const id = record.get('call_history_id');
          return id ? { id } : null;
        },
        deprecationReason: 'Use `callElement`.',
        description: 'The part of the call in the older form of call history.',
      }),
    }));
};
