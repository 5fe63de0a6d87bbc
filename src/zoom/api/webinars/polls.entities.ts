import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './polls.ts';

export const WebinarPoll = entity('WebinarPoll', {
  shape: api.WebinarPoll,
  key: { webinarId: fromPath, pollId: 'id' },
  get: api.getWebinarPoll,
  foundIn: [api.listWebinarPolls],
});
