/** Polls prepared for a webinar. */
import { WebinarPoll } from '../../../src/zoom/api/webinars/polls.entities.ts';
import * as api from '../../../src/zoom/api/webinars/polls.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import type { Domain } from '../../types/builder.ts';
import { showPolls } from '../polls.ts';

export const webinarPollsDomain: Domain = (builder) =>
  showPolls(builder, {
    of: WebinarPoll,
    owner: Webinar,
    list: api.listWebinarPolls,
    create: api.createWebinarPoll,
    update: api.updateWebinarPoll,
    remove: api.deleteWebinarPoll,
  });
