/** The views of an account's settings, one of which Zoom answers. */
import { enumOf } from '../../../declare/shape.ts';

export const option = enumOf(
  'AccountSettingsOption',
  {
    MEETING_AUTHENTICATION: ['meeting_authentication', 'How people authenticate to join meetings.'],
    RECORDING_AUTHENTICATION: ['recording_authentication', 'How people authenticate to watch recordings.'],
    SECURITY: ['security', 'How users sign in.'],
    MEETING_SECURITY: ['meeting_security', 'Encryption, passcodes and waiting rooms of meetings.'],
  },
  'A section of the settings. Without it: all but authentication and meeting security.',
);
