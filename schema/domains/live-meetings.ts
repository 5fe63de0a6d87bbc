/** Meetings in progress: what can be done in them, their chat, their live streams; and what lets guests and apps in. */
import * as joining from '../../src/zoom/api/meetings/joining.ts';
import * as api from '../../src/zoom/api/meetings/live-meetings.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const liveMeetingsDomain: Domain = (builder) => {
  builder.objectFields(refOf(builder, Meeting), (t) => ({
    liveStreamingToken: t.zoomObject({
      get: joining.getLiveStreamingToken,
      description: 'A new token by which an app joins the meeting and streams it.',
    }),
    localArchivingToken: t.zoomObject({
      get: joining.getLocalArchivingToken,
      description: 'A new token by which an app archives the meeting.',
    }),
    localRecordingToken: t.zoomObject({
      get: joining.getLocalRecordingToken,
      description: 'A new token by which an app joins the meeting and records it.',
    }),
  }));

  const written = { pathEntities: { meetingId: Meeting }, payload: { meeting: Meeting } };
  const recording = (action: string, description: string) => ({
    ...written,
    endpoint: api.controlRecording,
    constants: { body: { method: `recording.${action}` } },
    description,
  });
  const message = {
    ...written,
    pathDescriptions: { messageId: "The message, by Zoom's own id." },
  };

  builder.mutationFields((t) => ({
    startMeetingRecording: t.zoomMutation(
      'startMeetingRecording',
      recording('start', 'Starts the cloud recording of a meeting that is in progress.'),
    ),
    stopMeetingRecording: t.zoomMutation(
      'stopMeetingRecording',
      recording('stop', 'Stops the cloud recording of a meeting that is in progress.'),
    ),
    pauseMeetingRecording: t.zoomMutation(
      'pauseMeetingRecording',
      recording('pause', 'Pauses the cloud recording of a meeting that is in progress.'),
    ),
    resumeMeetingRecording: t.zoomMutation(
      'resumeMeetingRecording',
      recording('resume', 'Resumes the paused cloud recording of a meeting that is in progress.'),
    ),
    inviteUsersToMeeting: t.zoomMutation('inviteUsersToMeeting', {
      ...written,
      endpoint: api.inviteContacts,
      constants: { body: { method: 'participant.invite' } },
      description: 'Invites users to a meeting that is in progress.',
    }),
    callOutToMeeting: t.zoomMutation('callOutToMeeting', {
      ...written,
      endpoint: api.callOut,
      constants: { body: { method: 'participant.invite.callout' } },
      description: 'Invites a person to a meeting by phone.',
    }),
    callOutRoomSystemToMeeting: t.zoomMutation('callOutRoomSystemToMeeting', {
      ...written,
      endpoint: api.callOutRoomSystem,
      constants: { body: { method: 'participant.invite.room_system_callout' } },
      description: 'Invites an H.323 or SIP room system to a meeting.',
    }),
    updateMeetingWaitingRoom: t.zoomMutation('updateMeetingWaitingRoom', {
      ...written,
      endpoint: api.updateWaitingRoom,
      constants: { body: { method: 'waiting_room.update' } },
      description: 'Updates the texts of the waiting room of a meeting that is in progress.',
    }),
    updateMeetingChatMessage: t.zoomMutation('updateMeetingChatMessage', {
      ...message,
      endpoint: api.updateLiveMessage,
      description: 'Updates a message in the chat of a meeting that is in progress.',
    }),
    deleteMeetingChatMessage: t.zoomMutation('deleteMeetingChatMessage', {
      ...message,
      endpoint: api.deleteLiveMessage,
      description: 'Deletes a message in the chat of a meeting that is in progress.',
    }),
    updateMeetingLivestream: t.zoomMutation('updateMeetingLivestream', {
      ...written,
      endpoint: api.updateLivestream,
      description: 'Updates where a meeting is broadcast to.',
    }),
    startMeetingLivestream: t.zoomMutation('startMeetingLivestream', {
      ...written,
      endpoint: api.startLivestream,
      constants: { body: { action: 'start' } },
      description: 'Starts the live stream of a meeting that is in progress.',
    }),
    stopMeetingLivestream: t.zoomMutation('stopMeetingLivestream', {
      ...written,
      endpoint: api.stopLivestream,
      constants: { body: { action: 'stop' } },
      description: 'Stops the live stream of a meeting.',
    }),
    updateMeetingLivestreamView: t.zoomMutation('updateMeetingLivestreamView', {
      ...written,
      endpoint: api.updateLivestreamView,
      constants: { body: { action: 'mode' } },
      description: 'Updates how the live stream of a meeting looks while it goes on.',
    }),
    createMeetingInviteLinks: t.zoomMutation('createMeetingInviteLinks', {
      ...written,
      endpoint: joining.createInviteLinks,
      exposeResponse: true,
      description: 'Creates links by which guests join a meeting, one for each guest.',
    }),
  }));
};
