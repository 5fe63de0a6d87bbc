/** Call queues. */

import { byToken, del, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import { bool, enumOf, id, list, named, needing, shape, string } from '../../declare/shape.ts';
import { activity } from '../enums.ts';
import { MemberBody } from '../users/users.ts';
import {
  AssignedPhoneNumber,
  assigningNumbers,
  audioPromptLanguage,
  extensionId,
  extensionNumber,
  givenExtension,
  goneCodes,
  numberSource,
  PhoneAccessMember,
  PhoneSiteRef,
  pageTokenCodes,
  storageLocation,
  transcriptionLanguage,
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
export const CallQueueCommonArea = shape(
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
      'Only the direct numbers; `numbers` leads to everything else about them.',
    ),
    members: CallQueueMembers,
    policy: CallQueuePolicy,
    department: string('The department that the queue belongs to.'),
    cost_center: string('The cost center of the queue.'),
    timezone: string('The IANA name of the time zone.'),
    audio_prompt_language: audioPromptLanguage,
    default_transcription_language: transcriptionLanguage,
    recording_storage_location: storageLocation,
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

const queueFields = {
  name: string('What the queue is called.', { max: 32 }),
  description: string('What the queue is for. Zoom shows it on its pages alone.', { max: 32 }),
  extension_number: givenExtension,
  site_id: id('The site that the queue belongs to; needed where the account has several.', { of: 'PhoneSite' }),
  department: string('The department that the queue belongs to.'),
  cost_center: string('The cost center of the queue.'),
};
const CallQueueMembersBody = needing(
  shape(
    'CallQueueMembersBody',
    {
      users: list(MemberBody, 'Phone users.', { max: 10 }),
      common_area_ids: list(id('A common area.', { of: 'CommonArea' }), 'Common areas.', { max: 10 }),
    },
    'Who answers calls: at most ten in one call.',
  ),
  ['users', 'common_area_ids'],
);
/** The site is documented as required, and as refused where the account has but one. */
export const CreateCallQueueBody = named(
  'CreateCallQueueBody',
  shape('CreateCallQueueBody', { ...queueFields, members: CallQueueMembersBody }).required({ name: true }),
  'A new call queue.',
);
export const UpdateCallQueueBody = shape(
  'UpdateCallQueueBody',
  {
    ...queueFields,
    status: activity.describe('Whether the queue receives calls.'),
    timezone: string('The IANA name of the time zone.'),
    audio_prompt_language: audioPromptLanguage,
    default_transcription_language: transcriptionLanguage,
    recording_storage_location: storageLocation,
  },
  'What changes about a call queue; what is left out stays.',
);
export const CreatedCallQueue = named(
  'CreatedCallQueue',
  CallQueue.pick({ id: true, name: true, extension_number: true, status: true }),
);
export const AddCallQueueMembersBody = named(
  'AddCallQueueMembersBody',
  shape('AddCallQueueMembersBody', { members: CallQueueMembersBody }).required({ members: true }),
  'Who is to answer the calls of a queue, too.',
);
export const AssignCallQueueNumbersBody = assigningNumbers(
  'AssignCallQueueNumbersBody',
  'The numbers that a call queue gets, each by its ID or by the number.',
  50,
);
const UpdateCallQueueManagerBody = named(
  'UpdateCallQueueManagerBody',
  shape('UpdateCallQueueManagerBody', {
    member_id: id('The phone user who becomes the manager, by id or email.', { of: 'PhoneUser' }),
  }).required({ member_id: true }),
  'Who is to look after a call queue.',
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

export const createCallQueue = post('/phone/call_queues', {
  body: CreateCallQueueBody,
  of: CreatedCallQueue,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:call_queue:admin'],
});

export const updateCallQueue = patch('/phone/call_queues/{callQueueId}', {
  body: UpdateCallQueueBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:call_queue:admin'],
  // Zoom's response team for emergencies uses the queue.
  codes: { 400: 'CONFLICT' },
});

export const deleteCallQueue = del('/phone/call_queues/{callQueueId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:call_queue:admin'],
  codes: goneCodes,
});

/** Known from documents of 2020 and 2021 alone; Zoom's SDK lacks it. */
export const updateCallQueueManager = put('/phone/call_queues/{callQueueId}/manager', {
  body: UpdateCallQueueManagerBody,
  limit: 'LIGHT',
  scopes: ['phone:write:admin'],
});

const queueGone = { 300: 'NOT_FOUND' } as const;

export const addCallQueueMembers = post('/phone/call_queues/{callQueueId}/members', {
  body: AddCallQueueMembersBody,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:call_queue_member:admin'],
});

export const removeAllCallQueueMembers = del('/phone/call_queues/{callQueueId}/members', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:call_queue_member:admin'],
  codes: queueGone,
});

export const removeCallQueueMember = del('/phone/call_queues/{callQueueId}/members/{memberId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:call_queue_member:admin'],
  // A manager cannot be removed.
  codes: { ...queueGone, 400: 'CONFLICT' },
});

export const assignCallQueueNumbers = post('/phone/call_queues/{callQueueId}/phone_numbers', {
  body: AssignCallQueueNumbersBody,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:call_queue_number:admin'],
});

export const unassignAllCallQueueNumbers = del('/phone/call_queues/{callQueueId}/phone_numbers', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:call_queue_number:admin'],
  codes: queueGone,
});

export const unassignCallQueueNumber = del('/phone/call_queues/{callQueueId}/phone_numbers/{phoneNumberId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:call_queue_number:admin'],
  codes: queueGone,
});
