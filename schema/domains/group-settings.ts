/** The settings of groups, and what is locked for their members. */
import * as locks from '../../src/zoom/api/users/group-locks.ts';
import * as api from '../../src/zoom/api/users/group-settings.ts';
import { Group } from '../../src/zoom/api/users/groups.entities.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { settingsFields } from './settings-views.ts';

export const groupSettingsDomain: Domain = (builder) => {
  builder.objectFields(refOf(builder, Group), (t) =>
    settingsFields(t, {
      settings: api.getGroupSettings,
      locks: locks.getGroupLockedSettings,
      of: {
        settings: api.GroupSettings,
        meetingSecuritySettings: api.GroupMeetingSecuritySettings,
        lockedSettings: locks.GroupLockedSettings,
        lockedMeetingSecurity: locks.GroupLockedMeetingSecurity,
      },
    }),
  );

  const written = { pathEntities: { groupId: Group }, payload: { group: Group } };
  builder.mutationFields((t) => ({
    updateGroupSettings: t.zoomMutation('updateGroupSettings', {
      ...written,
      endpoint: api.updateGroupSettings,
      description: 'Updates the settings of a group. What is left out stays.',
    }),
    updateGroupLockedSettings: t.zoomMutation('updateGroupLockedSettings', {
      ...written,
      endpoint: locks.updateGroupLockedSettings,
      description: 'Locks or unlocks settings for all members of a group. What is left out stays.',
    }),
  }));
};
