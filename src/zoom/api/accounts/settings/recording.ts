/** Recording and archiving. What users have likewise is theirs (user-settings.ts). */
import { bool, enumOf, int, named, shape } from '../../../declare/shape.ts';
import { enable, UserSettingsRecording } from '../../users/user-settings.ts';

const GUESTS = 'Only participants who do not belong to the account.';

export const AccountSettingsArchiveContent = shape(
  'AccountSettingsArchiveContent',
  {
    action_when_archive_failed: enumOf(
      'AccountSettingsArchiveFailure',
      {
        NOTIFY: [1, 'Participants stay, and are notified.'],
        END: [2, 'Nobody can join or stay in the meeting.'],
      },
      'What happens where archiving fails.',
    ),
    archive_retention: int('For how many days archives are stored: 1 to 30.'),
    audio_file: bool('Whether the sound is archived.'),
    cc_transcript_file: bool('Whether captions and transcripts are archived.'),
    chat_file: bool('Whether the chat is archived.'),
    chat_with_direct_message: bool('Whether direct messages are archived, too.'),
    chat_with_sender_email: bool('Whether the archived chat holds the email addresses of those who wrote.'),
    notification_when_archiving_starts: enumOf(
      'AccountSettingsArchiveNotification',
      { PARTICIPANTS: ['participants', 'All participants.'], GUEST: ['guest', GUESTS] },
      'Who is notified when archiving starts.',
    ),
    play_voice_prompt_when_archiving_starts: enumOf(
      'AccountSettingsArchivePrompt',
      { PARTICIPANTS: ['participants', 'All participants.'], GUEST: ['guest', GUESTS], NONE: ['none', 'Nobody.'] },
      'Who hears it when archiving starts.',
    ),
    video_file: bool('Whether the video is archived.'),
  },
  'What is archived, and how people hear of it.',
);

export const AccountSettingsArchive = shape(
  'AccountSettingsArchive',
  {
    enable,
    settings: AccountSettingsArchiveContent,
    type: enumOf(
      'AccountSettingsArchiveType',
      { MEETINGS: [1, 'Meetings alone.'], WEBINARS: [2, 'Webinars alone.'], BOTH: [3, 'Meetings and webinars.'] },
      'What is archived.',
    ),
  },
  'Archiving, for accounts that Zoom has granted it.',
);

export const AccountSettingsRecordingNotification = shape(
  'AccountSettingsRecordingNotification',
  {
    ask_host_to_confirm: bool('Whether the host confirms before recording starts.'),
    disclaimer_to_participants: enumOf(
      'AccountSettingsRecordingDisclaimer',
      { ALL_PARTICIPANTS: ['All participants', 'All participants.'], GUEST_ONLY: ['Guest only', GUESTS] },
      'Who sees a disclaimer when recording starts.',
    ),
    play_voice_prompt: enumOf(
      'AccountSettingsRecordingPrompt',
      {
        ALL_PARTICIPANTS: ['All participants', 'All participants.'],
        GUEST_ONLY: ['Guest only', GUESTS],
        NO_ONE: ['No one', 'Nobody.'],
      },
      'Who hears a voice prompt when recording starts.',
    ),
  },
  'How the Zoom client announces a recording.',
);

export const AccountSettingsRecording = named(
  'AccountSettingsRecording',
  UserSettingsRecording.omit({
    ask_host_to_confirm_disclaimer: true,
    ask_participants_to_consent_disclaimer: true,
    host_pause_stop_recording: true,
  }).extend(
    shape('', {
      account_user_access_recording: bool('Whether only people of the account can watch.'),
      allow_recovery_deleted_cloud_recordings: bool('Whether deleted recordings can be brought back from the trash.'),
      archive: AccountSettingsArchive,
      cloud_recording_download: bool('Whether anyone with the link can download.'),
      cloud_recording_download_host: bool('Whether only the host can download.'),
      host_delete_cloud_recording: bool('Whether hosts can delete their cloud recordings; otherwise only admins can.'),
      prevent_host_access_recording: bool('Whether hosts cannot see their own cloud recordings.'),
      record_audio_file_each_participant: bool('Whether each participant becomes an audio file.'),
      recording_notification_for_zoom_client: AccountSettingsRecordingNotification,
      required_password_for_existing_cloud_recordings: bool('Whether existing cloud recordings need a passcode, too.'),
      required_password_for_shared_cloud_recordings: bool('Whether shared cloud recordings need a passcode.'),
    }).shape,
  ),
  'Local and cloud recording, and archiving.',
);
