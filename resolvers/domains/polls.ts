import * as api from '../../src/zoom/api/meetings/polls.ts';
import { entity, fromPath } from '../entity.ts';

export const Poll = entity('Poll', {
  shape: api.Poll,
  key: { meetingId: fromPath, pollId: 'id' },
  get: api.getPoll,
  foundIn: [api.listPolls],
});
