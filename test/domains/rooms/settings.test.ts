/** The profile of all Zoom Rooms, and the settings of the account, of locations and of rooms. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, type Received } from '../../stub.ts';

/** What Zoom answers for each kind. */
const answers = ({ query }: Received) =>
  ({
    meeting: {
      zoom_rooms: { auto_direct_sharing: true, entry_exit_chime: 'host', start_hdmi_content_share_manualy: false },
      meeting_security: { end_to_end_encrypted_meetings: true, encryption_type: 'e2ee' },
    },
    alert: { client_alert: { detect_camera_error_alert: true }, notification: { battery_percentage: '20' } },
    signage: { digital_signage: { layout: 'video_content', play_list: [{ id: 'p1', contents: [{ duration: 5 }] }] } },
  })[query.get('setting_type') ?? ''] ?? {};
const kinds = `
  meetingSettings {
    zoomRooms { autoDirectSharing entryExitChime startHdmiContentShareManually weeklySystemRestart }
    meetingSecurity { encryptionType }
  }
  alertSettings { clientAlert { detectCameraErrorAlert } notification { batteryPercentage } }
  signageSettings { digitalSignage { layout playList { zoomId contents { duration } } } }`;
const settings = {
  meetingSettings: {
    zoomRooms: {
      autoDirectSharing: true,
      entryExitChime: 'HOST',
      startHdmiContentShareManually: false,
      weeklySystemRestart: null,
    },
    meetingSecurity: { encryptionType: 'E2EE' },
  },
  alertSettings: { clientAlert: { detectCameraErrorAlert: true }, notification: { batteryPercentage: '20' } },
  signageSettings: {
    digitalSignage: { layout: 'VIDEO_CONTENT', playList: [{ zoomId: 'p1', contents: [{ duration: 5 }] }] },
  },
};
const callsAt = (path: string) => ['meeting', 'alert', 'signage'].map((kind) => `GET ${path}?setting_type=${kind}`);

reads([
  {
    name: 'the settings of the account are a call for each kind that is selected',
    table: { 'GET /rooms/account_settings': answers },
    query: `{ zoomRooms { ${kinds} } }`,
    data: { zoomRooms: settings },
    calls: callsAt('/rooms/account_settings'),
  },
  {
    name: 'so are those of a location',
    table: { 'GET /rooms/locations/l1/settings': answers },
    query: `{ zoomRooms { location(id: "l1") { ${kinds} } } }`,
    data: { zoomRooms: { location: settings } },
    calls: callsAt('/rooms/locations/l1/settings'),
  },
  {
    name: 'and those of a room',
    table: { 'GET /rooms/r1/settings': answers },
    query: `{ zoomRooms { room(id: "r1") { ${kinds} } } }`,
    data: { zoomRooms: { room: settings } },
    calls: callsAt('/rooms/r1/settings'),
  },
  {
    name: 'the profile of all rooms',
    table: { 'GET /rooms/account_profile': { basic: { support_email: 'it@example.com' } } },
    query: '{ zoomRooms { profile { basic { supportEmail roomPasscode } } } }',
    data: { zoomRooms: { profile: { basic: { supportEmail: 'it@example.com', roomPasscode: null } } } },
    calls: ['GET /rooms/account_profile'],
  },
]);

const room = globalId('Room', 'r1');
writes(
  [
    {
      name: 'updateRoomMeetingSettings names its kind by itself',
      mutation: `updateRoomMeetingSettings(input: {
        roomId: "${room}", zoomRooms: { entryExitChime: NONE }, meetingSecurity: { encryptionType: ENHANCED_ENCRYPTION }
      }) { room { id meetingSettings { zoomRooms { autoDirectSharing } } } }`,
      payload: { room: { id: room, meetingSettings: { zoomRooms: { autoDirectSharing: true } } } },
      calls: ['PATCH /rooms/r1/settings?setting_type=meeting', 'GET /rooms/r1/settings?setting_type=meeting'],
      body: {
        zoom_rooms: { entry_exit_chime: 'none' },
        meeting_security: { encryption_type: 'enhanced_encryption' },
      },
    },
    {
      name: 'updateRoomLocationAlertSettings writes what is warned of in a location',
      mutation: `updateRoomLocationAlertSettings(input: { locationId: "l1", notification: { zoomRoomOffline: true } }) {
        roomLocation { zoomId }
      }`,
      payload: { roomLocation: { zoomId: 'l1' } },
      calls: ['PATCH /rooms/locations/l1/settings?setting_type=alert'],
      body: { notification: { zoom_room_offline: true } },
    },
    {
      name: 'updateZoomRoomsSignageSettings changes lists of content by orders',
      mutation: `updateZoomRoomsSignageSettings(input: { digitalSignage: {
        mute: true, playList: [{ action: UPDATE, id: "p1", contents: [{ action: DELETE, id: "c1" }] }]
      } }) { account { zoomRooms { signageSettings { digitalSignage { layout } } } } }`,
      payload: { account: { zoomRooms: { signageSettings: { digitalSignage: { layout: 'VIDEO_CONTENT' } } } } },
      calls: ['PATCH /rooms/account_settings?setting_type=signage', 'GET /rooms/account_settings?setting_type=signage'],
      body: {
        digital_signage: {
          mute: true,
          play_list: [{ action: 'update', id: 'p1', contents: [{ action: 'delete', id: 'c1' }] }],
        },
      },
    },
    {
      name: 'updateZoomRoomsProfile writes what holds for all rooms',
      mutation: `updateZoomRoomsProfile(input: { basic: { requiredCodeToExt: false } }) {
        account { zoomRooms { profile { basic { supportEmail } } } }
      }`,
      payload: { account: { zoomRooms: { profile: { basic: { supportEmail: 'it@example.com' } } } } },
      calls: ['PATCH /rooms/account_profile', 'GET /rooms/account_profile'],
      body: { basic: { required_code_to_ext: false } },
    },
  ],
  {
    'PATCH /rooms/r1/settings': done(),
    'GET /rooms/r1/settings': answers,
    'PATCH /rooms/locations/l1/settings': done(),
    'PATCH /rooms/account_settings': done(),
    'GET /rooms/account_settings': answers,
    'PATCH /rooms/account_profile': done(),
    'GET /rooms/account_profile': { basic: { support_email: 'it@example.com' } },
  },
);
