/** Assistants and schedulers: who may schedule meetings in the name of whom. */
import { UserAssistant, UserScheduler } from '../../src/zoom/api/users/assistants.entities.ts';
import * as api from '../../src/zoom/api/users/assistants.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const assistantsDomain: Domain = (builder) => {
  entityObject(builder, UserAssistant, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        link: (one) => ({ id: one.get('id'), email: one.get('email') }),
        description: 'The assistant, as a user.',
      }),
      scheduler: t.zoomRef({
        of: User,
        link: ({ params }) => ({ id: params.userId }),
        description: 'The user in whose name the assistant may schedule.',
      }),
    }),
  });
  entityObject(builder, UserScheduler, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        link: (one) => ({ id: one.get('id'), email: one.get('email') }),
        description: 'The user in whose name meetings may be scheduled.',
      }),
      assistant: t.zoomRef({
        of: User,
        link: ({ params }) => ({ id: params.userId }),
        description: 'The user who may schedule them.',
      }),
    }),
  });

  builder.objectFields(refOf(builder, User), (t) => ({
    assistants: t.zoomConnection({
      list: api.listAssistants,
      of: UserAssistant,
      description: 'Who may schedule meetings in the name of this user.',
    }),
    schedulers: t.zoomConnection({
      list: api.listSchedulers,
      of: UserScheduler,
      description: 'In whose name this user may schedule meetings.',
    }),
  }));

  const pathEntities = { userId: User };
  builder.mutationFields((t) => ({
    addAssistants: t.zoomMutation('addAssistants', {
      endpoint: api.addAssistants,
      description: 'Adds users who may schedule meetings in the name of a user.',
      pathEntities,
      payload: { user: User },
      exposeResponse: true,
    }),
    removeAssistant: t.zoomMutation('removeAssistant', {
      endpoint: api.removeAssistant,
      description: 'Removes an assistant of a user, who may then no longer schedule in the name of that user.',
      pathEntities: { ...pathEntities, assistantId: UserAssistant },
      payload: { user: User },
      deletes: UserAssistant,
    }),
    removeAllAssistants: t.zoomMutation('removeAllAssistants', {
      endpoint: api.removeAssistants,
      description: 'Removes all assistants of a user.',
      pathEntities,
      payload: { user: User },
    }),
    removeScheduler: t.zoomMutation('removeScheduler', {
      endpoint: api.removeScheduler,
      description: 'Removes a user in whose name another user may schedule.',
      pathEntities: { ...pathEntities, schedulerId: UserScheduler },
      payload: { user: User },
      deletes: UserScheduler,
    }),
    removeAllSchedulers: t.zoomMutation('removeAllSchedulers', {
      endpoint: api.removeSchedulers,
      description: 'Removes all users in whose name a user may schedule.',
      pathEntities,
      payload: { user: User },
    }),
  }));
};
