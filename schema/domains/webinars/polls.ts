/** Polls prepared for a webinar. */
import { WebinarPoll } from '../../../src/zoom/api/webinars/polls.entities.ts';
import * as api from '../../../src/zoom/api/webinars/polls.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const webinarPollsDomain: Domain = (builder) => {
  entityObject(builder, WebinarPoll);

  builder.objectField(refOf(builder, Webinar), 'polls', (t) =>
    t.zoomConnection({
      list: api.listWebinarPolls,
      of: WebinarPoll,
      description: 'The polls prepared for the webinar.',
    }),
  );

  const pathEntities = { webinarId: Webinar, pollId: WebinarPoll };
  builder.mutationFields((t) => ({
    createWebinarPoll: t.zoomMutation('createWebinarPoll', {
      endpoint: api.createWebinarPoll,
      description: 'Creates a poll for a webinar.',
      pathEntities: { webinarId: Webinar },
      payload: { poll: WebinarPoll, webinar: Webinar },
    }),
    updateWebinarPoll: t.zoomMutation('updateWebinarPoll', {
      endpoint: api.updateWebinarPoll,
      description: 'Updates a poll of a webinar: what is given replaces it.',
      pathEntities,
      payload: { poll: WebinarPoll, webinar: Webinar },
    }),
    deleteWebinarPoll: t.zoomMutation('deleteWebinarPoll', {
      endpoint: api.deleteWebinarPoll,
      description: 'Deletes a poll of a webinar.',
      pathEntities,
      payload: { webinar: Webinar },
      deletes: WebinarPoll,
    }),
  }));
};
