import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './polls.ts';

export const Poll = entity('Poll', {
  shape: api.Poll,
  key: { meetingId: fromPath, pollId: 'id' },
  get: api.getPoll,
  foundIn: [api.listPolls],
});
