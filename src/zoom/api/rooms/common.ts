/** What the declarations of Zoom Rooms have in common. The granular scopes of these operations are not documented. */
import { bool, enumOf, secret, string } from '../../declare/shape.ts';

export const readScopes = ['room:read:admin'];
export const writeScopes = ['room:write:admin'];

/** What rooms, locations and the account say of themselves alike; a room without a value of its own has that of its location. */
export const basicFields = {
  required_code_to_ext: bool('Whether the passcode is needed to leave the Zoom Rooms app for other apps.'),
  room_passcode: secret(
    'What must be entered on the controller to change settings or to sign out: 1 to 16 digits or characters.',
    { max: 16 },
  ),
  support_email: string('Where to report problems with the room by email.'),
  support_phone: string('The number to call about problems with the room.'),
};

export const roomStatus = enumOf(
  'RoomStatus',
  {
    OFFLINE: ['Offline', 'The room cannot be reached.'],
    AVAILABLE: ['Available', 'The room is online, and in no meeting.'],
    IN_MEETING: ['InMeeting', 'The room is in a meeting.'],
    UNDER_CONSTRUCTION: ['UnderConstruction', 'The room is being set up.'],
  },
  'What a room is doing.',
);

export const roomType = enumOf(
  'RoomType',
  {
    ZOOM_ROOM: ['ZoomRoom', 'A room for meetings.'],
    SCHEDULING_DISPLAY_ONLY: ['SchedulingDisplayOnly', 'A display that shows when a room is free, and books it.'],
    DIGITAL_SIGNAGE_ONLY: ['DigitalSignageOnly', 'A display that shows digital signage.'],
    KIOSK: ['Kiosk', 'A kiosk, such as that of a reception.'],
    STANDALONE_WHITEBOARD: ['StandaloneWhiteboard', 'A whiteboard.'],
  },
  'What a room serves for.',
);
