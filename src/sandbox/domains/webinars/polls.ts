/** Polls prepared for webinars. */
import * as api from '../../../zoom/api/webinars/polls.ts';
import { pollsOf } from '../meetings/polls.ts';
import { webinars } from './webinars.ts';

export const polls = pollsOf(api.getWebinarPoll, webinars.at);
