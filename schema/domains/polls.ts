/** Polls prepared for a meeting. */
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { Poll } from '../../src/zoom/api/meetings/polls.entities.ts';
import * as api from '../../src/zoom/api/meetings/polls.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const pollsDomain: Domain = (builder) => {
  entityObject(builder, Poll);

  builder.objectField(refOf(builder, Meeting), 'polls', (t) =>
    t.zoomConnection({ list: api.listPolls, of: Poll, description: 'The polls prepared for the meeting.' }),
  );

  const pathEntities = { meetingId: Meeting, pollId: Poll };
  builder.mutationFields((t) => ({
    createMeetingPoll: t.zoomMutation('createMeetingPoll', {
      endpoint: api.createPoll,
      description: 'Creates a poll for a meeting.',
      pathEntities: { meetingId: Meeting },
      payload: { poll: Poll, meeting: Meeting },
    }),
    createMeetingPolls: t.zoomMutation('createMeetingPolls', {
      endpoint: api.createBatchPolls,
      description: 'Creates several polls for a meeting. A meeting can have 50 polls.',
      pathEntities: { meetingId: Meeting },
      payload: {
        polls: { of: Poll, items: 'polls', list: api.listPolls, description: 'The new polls.' },
        meeting: Meeting,
      },
    }),
    updateMeetingPoll: t.zoomMutation('updateMeetingPoll', {
      endpoint: api.updatePoll,
      description: 'Updates a poll: what is given replaces it.',
      pathEntities,
      payload: { poll: Poll, meeting: Meeting },
    }),
    deleteMeetingPoll: t.zoomMutation('deleteMeetingPoll', {
      endpoint: api.deletePoll,
      description: 'Deletes a poll.',
      pathEntities,
      payload: { meeting: Meeting },
      deletes: Poll,
    }),
  }));
};
