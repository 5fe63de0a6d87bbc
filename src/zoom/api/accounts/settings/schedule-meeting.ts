/** The defaults of scheduling. What users have likewise is theirs (user-settings.ts). */
import { bool, delimited, enumOf, id, list, named, shape, string } from '../../../declare/shape.ts';
import { UserSettingsContinuousMeetingChat, UserSettingsScheduleMeeting } from '../../users/user-settings.ts';

export const AccountSettingsMeetingTopic = shape(
  'AccountSettingsMeetingTopic',
  { enable: bool(), display_topic_for_scheduled_meetings: bool() },
  'Whether meetings show a generic topic.',
);
export const AccountSettingsWebinarTopic = shape(
  'AccountSettingsWebinarTopic',
  { enable: bool(), display_topic_for_scheduled_webinars: bool() },
  'Whether webinars show a generic topic.',
);
export const AccountSettingsHideMeetingDescription = shape('AccountSettingsHideMeetingDescription', {
  enable: bool(),
  hide_description_for_scheduled_meetings: bool(),
});
export const AccountSettingsHideWebinarDescription = shape('AccountSettingsHideWebinarDescription', {
  enable: bool(),
  hide_description_for_scheduled_webinars: bool(),
});

export const AccountSettingsMeetingTemplate = shape(
  'AccountSettingsMeetingTemplate',
  { enable: bool(), id: id(), name: string() },
  'A template that meetings are made from.',
);
export const AccountSettingsMeetingTemplates = shape(
  'AccountSettingsMeetingTemplates',
  { enable: bool(), templates: list(AccountSettingsMeetingTemplate) },
  'The templates that meetings are made from.',
);

export const AccountSettingsScheduleMeeting = named(
  'AccountSettingsScheduleMeeting',
  UserSettingsScheduleMeeting.omit({
    continuous_meeting_chat: true,
    default_password_for_scheduled_meetings: true,
    embed_password_in_join_link: true,
    participants_video: true,
    personal_meeting: true,
    pmi_password: true,
    pstn_password_protected: true,
  }).extend(
    shape('', {
      allow_host_to_disable_participant_video: bool(),
      always_display_zoom_meeting_as_topic: AccountSettingsMeetingTopic,
      always_display_zoom_webinar_as_topic: AccountSettingsWebinarTopic,
      continuous_meeting_chat: named(
        'AccountSettingsContinuousMeetingChat',
        UserSettingsContinuousMeetingChat.omit({ support_instant_meetings: true, support_scheduled_meetings: true }),
        'A chat that goes on before and after the meeting.',
      ),
      enable_dedicated_group_chat: bool('Whether each meeting gets a group chat of its own.'),
      enforce_login: bool('Whether participants must sign in.'),
      enforce_login_domains: delimited(',', 'The domains whose people may join.'),
      enforce_login_with_domains: bool('Whether participants must sign in with certain domains.'),
      hide_meeting_description: AccountSettingsHideMeetingDescription,
      hide_webinar_description: AccountSettingsHideWebinarDescription,
      jbh_time: enumOf(
        'AccountSettingsJoinBeforeHost',
        { ANYTIME: 0, MINUTES_5: 5, MINUTES_10: 10, MINUTES_15: 15 },
        'How long before the start participants can join without the host.',
      ),
      meeting_template: AccountSettingsMeetingTemplates,
      not_store_meeting_topic: bool('Whether reports and dashboards hide topics.'),
      participant_video: bool(),
      personal_meeting: bool('Whether users have a Personal Meeting Room.'),
    }).shape,
  ),
  'The defaults of meetings that users schedule.',
);

export const AccountSettingsScheduleMeetingBody = named(
  'AccountSettingsScheduleMeetingBody',
  AccountSettingsScheduleMeeting.extend({
    meeting_template: named(
      'AccountSettingsMeetingTemplatesBody',
      AccountSettingsMeetingTemplates.extend({
        action: enumOf(
          'AccountSettingsTemplateAction',
          ['update', 'delete'],
          'What is done with the templates given.',
        ).optional(),
        templates: list(
          named(
            'AccountSettingsMeetingTemplateBody',
            AccountSettingsMeetingTemplate.omit({ name: true }),
            'A template that meetings are made from.',
          ),
        ).optional(),
      }),
      'Whether templates can be used, and what to do with them.',
    ).optional(),
  }),
  'The defaults of meetings that users schedule.',
);
