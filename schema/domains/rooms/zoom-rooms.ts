import { perBuilder } from '../../types/builder.ts';

/** Zoom Rooms in the account: what each file of this folder adds its lists to. */
export const zoomRoomsOf = perBuilder((builder) =>
  builder
    .objectRef<object>('ZoomRooms')
    .implement({ description: 'The Zoom Rooms of the account, and what holds for all of them.' }),
);
