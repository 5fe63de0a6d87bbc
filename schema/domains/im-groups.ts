/** Directory groups of Team Chat, and who is in them. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { ImGroup } from '../../src/zoom/api/users/im-groups.entities.ts';
import * as api from '../../src/zoom/api/users/im-groups.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const imGroupsDomain: Domain = (builder) => {
  entityObject(builder, ImGroup, {
    fields: (t) => ({
      members: t.zoomConnection({ list: api.listImGroupMembers, of: User, description: 'The users in the group.' }),
    }),
  });

  builder.objectField(refOf(builder, User), 'imGroups', (t) =>
    t.zoomRefs({
      of: ImGroup,
      requires: ['im_group_ids'],
      links: (user) => user.get('im_group_ids')?.map((id) => ({ id })),
      description: 'The directory groups of Team Chat that the user is in.',
    }),
  );

  const groups = {
    list: api.listImGroups,
    of: ImGroup,
    path: () => ({}),
    description: 'The directory groups of Team Chat of the account.',
  };
  builder.objectField(refOf(builder, Account), 'imGroups', (t) => t.zoomConnection(groups));
  builder.queryFields((t) => ({
    imGroups: t.zoomConnection(groups),
    imGroup: t.zoomNode({ of: ImGroup, id: "The global id or Zoom's own.", description: 'One directory group.' }),
  }));

  const pathEntities = { groupId: ImGroup };
  builder.mutationFields((t) => ({
    createImGroup: t.zoomMutation('createImGroup', {
      endpoint: api.createImGroup,
      description: 'Creates a directory group of Team Chat.',
      payload: { group: ImGroup },
    }),
    updateImGroup: t.zoomMutation('updateImGroup', {
      endpoint: api.updateImGroup,
      description: 'Updates a directory group of Team Chat. What is left out stays.',
      pathEntities,
      payload: { group: ImGroup },
    }),
    deleteImGroup: t.zoomMutation('deleteImGroup', {
      endpoint: api.deleteImGroup,
      description: 'Deletes a directory group of Team Chat. Its members stay in the account.',
      pathEntities,
      payload: {},
      deletes: ImGroup,
    }),
    addImGroupMembers: t.zoomMutation('addImGroupMembers', {
      endpoint: api.addImGroupMembers,
      description: 'Adds users to a directory group of Team Chat.',
      pathEntities,
      payload: { group: ImGroup },
      exposeResponse: true,
    }),
    removeImGroupMember: t.zoomMutation('removeImGroupMember', {
      endpoint: api.removeImGroupMember,
      description: 'Removes a user from a directory group of Team Chat.',
      pathEntities: { ...pathEntities, memberId: User },
      pathNames: { memberId: 'userId' },
      payload: {
        group: ImGroup,
        user: { of: User, params: ({ path }) => ({ userId: path.memberId ?? '' }) },
      },
    }),
  }));
};
