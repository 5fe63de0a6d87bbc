/** Enums that several products of Zoom have. Where they write the words by values of their own, `writtenAs` says so. */
import { enumOf } from '../declare/shape.ts';

export const activity = enumOf(
  'ActivityStatus',
  {
    ACTIVE: ['active', 'In use.'],
    INACTIVE: ['inactive', 'Not in use.'],
  },
  'Whether it is in use.',
);

export const weekday = enumOf(
  'Weekday',
  {
    SUNDAY: [1, 'Sunday.'],
    MONDAY: [2, 'Monday.'],
    TUESDAY: [3, 'Tuesday.'],
    WEDNESDAY: [4, 'Wednesday.'],
    THURSDAY: [5, 'Thursday.'],
    FRIDAY: [6, 'Friday.'],
    SATURDAY: [7, 'Saturday.'],
  },
  'A day of the week.',
);

export const roomSystemProtocol = enumOf(
  'RoomSystemProtocol',
  { H323: ['H.323', 'H.323.'], SIP: ['SIP', 'SIP.'] },
  'The protocol by which Zoom calls a room system of another maker.',
);
