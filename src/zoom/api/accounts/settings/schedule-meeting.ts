/** The defaults of scheduling. What users have likewise is theirs (user-settings.ts). */
import { bool, delimited, enumOf, id, list, named, shape, string, textOf } from '../../../declare/shape.ts';
import { jbhTime } from '../../meetings/meeting-settings.ts';
import { enable, UserSettingsContinuousMeetingChat, UserSettingsScheduleMeeting } from '../../users/user-settings.ts';

export const AccountSettingsMeetingTopic = shape(
  'AccountSettingsMeetingTopic',
  { enable, display_topic_for_scheduled_meetings: bool('Whether meetings that were scheduled before show it, too.') },
  'Whether all meetings show "Zoom Meeting" as their topic.',
);
export const AccountSettingsWebinarTopic = shape(
  'AccountSettingsWebinarTopic',
  { enable, display_topic_for_scheduled_webinars: bool('Whether webinars that were scheduled before show it, too.') },
  'Whether all webinars show "Zoom Webinar" as their topic.',
);
export const AccountSettingsHideMeetingDescription = shape(
  'AccountSettingsHideMeetingDescription',
  {
    enable,
    hide_description_for_scheduled_meetings: bool(
      'Whether the descriptions of meetings that were scheduled before are hidden, too.',
    ),
  },
  'Whether the descriptions of meetings are hidden.',
);
export const AccountSettingsHideWebinarDescription = shape(
  'AccountSettingsHideWebinarDescription',
  {
    enable,
    hide_description_for_scheduled_webinars: bool(
      'Whether the descriptions of webinars that were scheduled before are hidden, too.',
    ),
  },
  'Whether the descriptions of webinars are hidden.',
);

export const AccountSettingsMeetingTemplate = shape(
  'AccountSettingsMeetingTemplate',
  { enable, id: id('The identifier of the template.'), name: string('What the template is called.') },
  'A template that meetings are made from.',
);
export const AccountSettingsMeetingTemplates = shape(
  'AccountSettingsMeetingTemplates',
  { enable, templates: list(AccountSettingsMeetingTemplate, 'The templates of the account.') },
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
      allow_host_to_disable_participant_video: bool(
        'Whether hosts can choose, when they schedule, that participants cannot start their video.',
      ),
      always_display_zoom_meeting_as_topic: AccountSettingsMeetingTopic,
      always_display_zoom_webinar_as_topic: AccountSettingsWebinarTopic,
      continuous_meeting_chat: named(
        'AccountSettingsContinuousMeetingChat',
        UserSettingsContinuousMeetingChat.omit({ support_instant_meetings: true, support_scheduled_meetings: true }),
        textOf(UserSettingsContinuousMeetingChat),
      ),
      enable_dedicated_group_chat: bool('Whether each meeting gets a group chat of its own.'),
      enforce_login: bool('Whether participants must sign in.'),
      enforce_login_domains: delimited(',', 'The domains whose people may join.'),
      enforce_login_with_domains: bool('Whether participants must sign in with certain domains.'),
      hide_meeting_description: AccountSettingsHideMeetingDescription,
      hide_webinar_description: AccountSettingsHideWebinarDescription,
      jbh_time: jbhTime,
      meeting_template: AccountSettingsMeetingTemplates,
      not_store_meeting_topic: bool('Whether all meetings show "Zoom Meeting" as their topic.'),
      participant_video: UserSettingsScheduleMeeting.shape.participants_video,
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
          { UPDATE: ['update', 'Changes the templates.'], DELETE: ['delete', 'Deletes the templates.'] },
          'What is done with the templates given.',
        ).optional(),
        templates: list(
          named(
            'AccountSettingsMeetingTemplateBody',
            AccountSettingsMeetingTemplate.omit({ name: true }),
            textOf(AccountSettingsMeetingTemplate),
          ),
          'The templates to change or delete.',
        ).optional(),
      }),
      'Whether templates can be used, and what to do with them.',
    ).optional(),
  }),
  textOf(AccountSettingsScheduleMeeting),
);
