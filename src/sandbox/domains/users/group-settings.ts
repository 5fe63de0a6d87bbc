/** The settings of groups, and what is locked of them: what was written is read back, the rest is made up. */
import {
  AccountSettingsMeetingAuthentication,
  AccountSettingsRecordingAuthentication,
} from '../../../zoom/api/accounts/settings/index.ts';
import * as locksApi from '../../../zoom/api/users/group-locks.ts';
import * as api from '../../../zoom/api/users/group-settings.ts';
import type { Shape } from '../../../zoom/declare/shape.ts';
import { single } from '../../resource.ts';
import { groups } from './groups.ts';

const VIEWS: Readonly<Record<string, Shape>> = {
  meeting_security: api.GroupMeetingSecuritySettings,
  meeting_authentication: AccountSettingsMeetingAuthentication,
  recording_authentication: AccountSettingsRecordingAuthentication,
};

export const groupSettings = single(api.getGroupSettings, {
  of: groups.rowAt,
  unread: ['authentication_option', 'schedule_meeting.require_password_for_all_meetings'],
  view: ({ option = '' }) => VIEWS[option] ?? api.GroupSettings,
});

export const groupLocks = single(locksApi.getGroupLockedSettings, {
  of: groups.rowAt,
  name: 'locks',
  unread: ['schedule_meeting.personal_meeting'],
  view: ({ option }) =>
    option === 'meeting_security' ? locksApi.GroupLockedMeetingSecurity : locksApi.GroupLockedSettings,
});
