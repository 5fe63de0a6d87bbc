/** Information barriers: policies on what the members of one group may do with those of another. */

import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, id, int, named, renamed, shape, string, writtenAs } from '../../declare/shape.ts';
import { activity } from '../enums.ts';

export const InformationBarrierSettings = shape(
  'InformationBarrierSettings',
  {
    complete_phone_calls: bool('Calls by Zoom Phone.'),
    file_transfer: bool('Sending files.'),
    im: bool('Chat messages.'),
    in_meeting_chat: bool('Chat within meetings.'),
    meeting: bool('Taking part in the same meetings.'),
    message_via_sms: bool('Text messages (SMS).'),
    recording: bool('Recording meetings.'),
    screen_share: bool('Sharing screens.'),
  },
  'The kinds of contact between two groups, as a policy sets each.',
  {
    always: [
      'complete_phone_calls',
      'file_transfer',
      'im',
      'in_meeting_chat',
      'meeting',
      'message_via_sms',
      'recording',
      'screen_share',
    ],
  },
);

/** What the list carries: the chaperones are in no example of the single GET. */
export const InformationBarrierPolicy = shape(
  'InformationBarrierPolicy',
  {
    id: id(),
    policy_name: renamed('policyName', 'name', string('What the policy is called.')),
    status: writtenAs(activity, (word) => (word === 'ACTIVE' ? 1 : 0)).describe('Whether the policy applies.'),
    type: int('0 to 3; Zoom documents no words for them.'),
    assigned_group_id: id('The group to which the policy applies.', { of: 'Group' }),
    to_group_id: id('The group with which contact is governed.', { of: 'Group' }),
    chaperone_group_id: id('The group of those in whose presence contact is allowed.', { of: 'Group' }),
    settings: InformationBarrierSettings,
  },
  'What the members of one group may do with those of another.',
  { always: ['assigned_group_id', 'policy_name', 'settings', 'status', 'to_group_id', 'type'] },
);

export const ReadInformationBarrierPolicy = named(
  'ReadInformationBarrierPolicy',
  InformationBarrierPolicy.omit({ chaperone_group_id: true }),
);

/** Zoom's documents have the id in both bodies, although the path of an update names it and a new policy gets one. */
export const UpdateInformationBarrierPolicyBody = named(
  'UpdateInformationBarrierPolicyBody',
  ReadInformationBarrierPolicy.extend({
    id: id('The ID of the policy, repeated; it may be left out.', {
      of: 'InformationBarrierPolicy',
    }).optional(),
  }),
);
/** Required is what Zoom's refusals ask for by name. */
export const CreateInformationBarrierPolicyBody = named(
  'CreateInformationBarrierPolicyBody',
  ReadInformationBarrierPolicy.extend({
    id: id('An id for the policy, which documented bodies hold.').optional(),
  }).required({
    policy_name: true,
    assigned_group_id: true,
    to_group_id: true,
  }),
);

/** Documented for sub accounts; for the own account scopes differ by their ending alone (docs/zoom.md 1.4). */
const scoped = (classic: string, granular: string) => {
  const scopes = (who: string) => [`information_barriers:${classic}:${who}`, `information_barrier:${granular}:${who}`];
  return { scopes: scopes('admin'), subAccountScopes: scopes('master') };
};

/** No page size is documented, nor a largest one; the next page's token is in the example. */
export const listInformationBarrierPolicies = listing('/information_barriers/policies', {
  items: 'policies',
  of: InformationBarrierPolicy,
  paging: byToken(100),
  limit: 'MEDIUM',
  ...scoped('read', 'read:list_policies'),
});

export const getInformationBarrierPolicy = get('/information_barriers/policies/{policyId}', {
  of: ReadInformationBarrierPolicy,
  limit: 'MEDIUM',
  ...scoped('read', 'read:policy'),
});

export const createInformationBarrierPolicy = post('/information_barriers/policies', {
  body: CreateInformationBarrierPolicyBody,
  of: ReadInformationBarrierPolicy,
  limit: 'MEDIUM',
  ...scoped('write', 'write:policy'),
});

export const updateInformationBarrierPolicy = patch('/information_barriers/policies/{policyId}', {
  body: UpdateInformationBarrierPolicyBody,
  limit: 'MEDIUM',
  ...scoped('write', 'update:policy'),
});

export const deleteInformationBarrierPolicy = del('/information_barriers/policies/{policyId}', {
  limit: 'MEDIUM',
  ...scoped('write', 'delete:policy'),
});
