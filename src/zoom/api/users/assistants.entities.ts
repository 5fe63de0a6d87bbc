import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './assistants.ts';

/** Who may schedule for a user, and for whom a user may: Zoom has each in a list of the user alone. */
export const UserAssistant = entity('UserAssistant', {
  shape: api.UserAssistant,
  key: { userId: fromPath, assistantId: ['id', 'email'] },
  foundIn: [api.listAssistants],
});
export const UserScheduler = entity('UserScheduler', {
  shape: api.UserScheduler,
  key: { userId: fromPath, schedulerId: ['id', 'email'] },
  foundIn: [api.listSchedulers],
});
