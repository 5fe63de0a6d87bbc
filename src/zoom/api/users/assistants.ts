/** Who schedules meetings in the name of whom: the one is the assistant of a user, the other a scheduler for the first. */
import { del, list as listing, post } from '../../declare/endpoint.ts';
import { bool, dateTime, delimitedIds, list, named, needing, renamed, shape, wording } from '../../declare/shape.ts';
import { readsUsers, User, writesUsers } from './users.ts';

export const UserAssistant = named(
  'UserAssistant',
  User.pick({ id: true, email: true }).extend({
    can_manage_host_private_event: bool('Whether the assistant sees and edits private events, too.').optional(),
  }),
  'Someone who may schedule meetings in the name of a user.',
);

export const UserScheduler = named(
  'UserScheduler',
  User.pick({ id: true, email: true, pmi: true }),
  'Someone in whose name a user may schedule meetings.',
);

export const AddAssistantsBody = needing(
  shape('AddAssistantsBody', {
    assistants: list(
      needing(
        named(
          'AssistantBody',
          wording(UserAssistant, {
            id: "The user's id, global or Zoom's own.",
            email: "The user's email address.",
          }),
          'A user who shall be an assistant, by id or by email.',
        ),
        ['id', 'email'],
      ),
      'The users who shall be assistants.',
    ),
  }),
  ['assistants'],
);

export const AddedAssistants = shape('AddedAssistants', {
  add_at: renamed('addAt', 'addedAt', dateTime('When the assistants were added.')),
  ids: delimitedIds(',', 'The users who are assistants now.'),
});

const removesAssistants = [...writesUsers, 'user:delete:assistant', 'user:delete:assistant:admin'];
const removesSchedulers = [...writesUsers, 'user:delete:scheduler', 'user:delete:scheduler:admin'];

export const listAssistants = listing('/users/{userId}/assistants', {
  items: 'assistants',
  of: UserAssistant,
  limit: 'MEDIUM',
  scopes: [...readsUsers, 'user:read:list_assistants', 'user:read:list_assistants:admin'],
});

export const addAssistants = post('/users/{userId}/assistants', {
  body: AddAssistantsBody,
  of: AddedAssistants,
  limit: 'MEDIUM',
  scopes: [...writesUsers, 'user:write:assistant', 'user:write:assistant:admin'],
});

export const removeAssistants = del('/users/{userId}/assistants', { limit: 'LIGHT', scopes: removesAssistants });

export const removeAssistant = del('/users/{userId}/assistants/{assistantId}', {
  limit: 'LIGHT',
  scopes: removesAssistants,
});

export const listSchedulers = listing('/users/{userId}/schedulers', {
  items: 'schedulers',
  of: UserScheduler,
  limit: 'MEDIUM',
  scopes: [...readsUsers, 'user:read:list_schedulers', 'user:read:list_schedulers:admin'],
});

export const removeSchedulers = del('/users/{userId}/schedulers', { limit: 'LIGHT', scopes: removesSchedulers });

export const removeScheduler = del('/users/{userId}/schedulers/{schedulerId}', {
  limit: 'LIGHT',
  scopes: removesSchedulers,
});
