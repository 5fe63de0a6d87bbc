/** The views of settings that Zoom has for accounts and for groups alike, each by an option of one operation. */
import {
  AccountSettingsMeetingAuthentication,
  AccountSettingsRecordingAuthentication,
} from '../../src/zoom/api/accounts/settings/index.ts';
import { type Endpoint, variant } from '../../src/zoom/declare/endpoint.ts';
import { type Shape, textOf } from '../../src/zoom/declare/shape.ts';
import type { ObjectOptions } from '../fields/object.ts';

type Get = Endpoint<string, Shape | undefined, undefined, Shape>;
interface Views {
  readonly settings: Get;
  readonly locks: Get;
  /** What is shown of the answers: without an option, and of meeting security. */
  readonly of: Readonly<
    Record<'settings' | 'meetingSecuritySettings' | 'lockedSettings' | 'lockedMeetingSecurity', Shape>
  >;
}

/** The fields of an account or a group that show its settings, and what is locked of them. */
export const settingsFields = <P, F>(
  t: { zoomObject(options: ObjectOptions<P>): F },
  { settings, locks, of }: Views,
) => {
  const usual = (get: Get, shown: Shape) =>
    t.zoomObject({ get: variant(get, { of: shown, query: undefined }), description: textOf(shown) });
  const byOption = (get: Get, option: string, shown: Shape) =>
    t.zoomObject({ get: variant(get, { of: shown }), constants: { option }, description: textOf(shown) });
  return {
    settings: usual(settings, of.settings),
    meetingSecuritySettings: byOption(settings, 'meeting_security', of.meetingSecuritySettings),
    meetingAuthentication: byOption(settings, 'meeting_authentication', AccountSettingsMeetingAuthentication),
    recordingAuthentication: byOption(settings, 'recording_authentication', AccountSettingsRecordingAuthentication),
    lockedSettings: usual(locks, of.lockedSettings),
    lockedMeetingSecurity: byOption(locks, 'meeting_security', of.lockedMeetingSecurity),
  };
};
