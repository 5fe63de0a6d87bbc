/** Call queues. */

import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { bool, enumOf, id, list, named, shape, string } from '../../declare/shape.ts';
import { activity } from '../enums.ts';
import {
  AssignedPhoneNumber,
  extensionId,
  extensionNumber,
  numberSource,
  PhoneAccessMember,
  PhoneSiteRef,
  pageTokenCodes,
} from './common.ts';

export const CallQueueUser = shape(
  'CallQueueUser',
  {
    id: id('The Zoom user.'),
    name: string('The name of the member.'),
    extension_id: id('The extension of the member.'),
    level: enumOf(
      'CallQueueMemberLevel',
      {
        MANAGER: [
          'manager',
          'The manager, who changes the settings of the queue and looks after its recordings and voicemails.',
        ],
        USER: ['user', 'A member who answers calls.'],
      },
      'What a member may do in a queue. A queue has one manager.',
    ),
    receive_call: bool('Whether the member receives calls of the queue at present.'),
  },
  'A person who answers the calls of a queue.',
);
const CallQueueCommonArea = shape(
  'CallQueueCommonArea',
  { id: id(), name: string('What the common area is called.'), extension_id: id('The extension of the common area.') },
  'A common area that answers the calls of a queue.',
);
const CallQueueMembers = shape(
  'CallQueueMembers',
  {
    users: list(CallQueueUser, 'The members that are users.'),
    common_areas: list(CallQueueCommonArea, 'The members that are common areas.'),
  },
  'Who answers the calls of a queue.',
);

const CallQueuePhoneNumber = named(
  'CallQueuePhoneNumber',
  AssignedPhoneNumber.extend({ source: numberSource.optional() }),
  'A direct number of a queue.',
);

const CallQueuePolicy = shape(
  'CallQueuePolicy',
  { voicemail_access_members: list(PhoneAccessMember, "Who may reach the queue's voicemails.") },
  'The policies of a call queue.',
);

export const CallQueue = shape(
  'CallQueue',
  {
    id: id(),
    name: string('What the queue is called.'),
    extension_id: extensionId,
    extension_number: extensionNumber,
    status: activity.describe('Whether the queue receives calls.'),
    site: PhoneSiteRef,
    phone_numbers: list(
      CallQueuePhoneNumber,
      'The direct numbers by themselves; `numbers` leads to what else is known of them.',
    ),
    members: CallQueueMembers,
    policy: CallQueuePolicy,
    department: string('The department that the queue belongs to.'),
    cost_center: string('The cost center of the queue.'),
    timezone: string('The IANA name of the time zone.'),
    audio_prompt_language: string('The language of the standard prompts, such as "en-US".'),
    default_transcription_language: string('The language that transcripts are made in, such as "en-US".'),
    recording_storage_location: string(
      'The two-letter code of the country that recordings and voicemails are stored in.',
    ),
    own_storage_name: string("The account's own storage, where that is used."),
  },
  'A queue in which callers wait until a member answers.',
);
export const ListedCallQueue = named(
  'ListedCallQueue',
  CallQueue.pick({
    id: true,
    name: true,
    extension_id: true,
    extension_number: true,
    status: true,
    site: true,
    phone_numbers: true,
  }),
);

const ListCallQueuesQuery = shape('ListCallQueuesQuery', {
  site_id: id(undefined, { of: 'PhoneSite' }),
  department: string('Only queues of this department.'),
  cost_center: string('Only queues of this cost center.'),
});

export const listCallQueues = listing('/phone/call_queues', {
  items: 'call_queues',
  of: ListedCallQueue,
  query: ListCallQueuesQuery,
  paging: byToken(100),
  filters: { site_id: 'site.id', department: 'department', cost_center: 'cost_center' },
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:list_call_queues:admin'],
  codes: pageTokenCodes,
});

export const getCallQueue = get('/phone/call_queues/{callQueueId}', {
  of: CallQueue,
  limit: 'LIGHT',
  scopes: ['phone:read:admin', 'phone:read:call_queue:admin'],
});
