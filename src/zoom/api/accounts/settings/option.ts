/** The views of an account's settings, one of which Zoom answers. */
import { enumOf } from '../../../declare/shape.ts';

export const option = enumOf(
  'AccountSettingsOption',
  ['meeting_authentication', 'recording_authentication', 'security', 'meeting_security'],
  'Which part is meant. Without it: all but authentication and meeting security.',
);
