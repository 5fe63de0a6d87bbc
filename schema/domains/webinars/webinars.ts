/** Webinars, their hosts, and what is scheduled. */
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarSettings } from '../../../src/zoom/api/webinars/webinar-settings.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import * as api from '../../../src/zoom/api/webinars/webinars.ts';
import type { ZoomError } from '../../../src/zoom/client/client.ts';
import { acrossUsers } from '../../fields/across-users.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { showAlternativeHosts } from '../alternative-hosts.ts';

/** Zoom has one code for a plan that is missing and for a permission that is (docs/zoom.md 5.1.3): only the former means that there are none. */
const lacksAddOn = ({ code, message }: ZoomError) => code === 200 && !/permission/i.test(message);

export const scheduledWebinarsDomain: Domain = (builder) => {
  entityObject(builder, Webinar, {
    fields: (t) => ({
      host: t.zoomRef({
        of: User,
        requires: ['host_id'],
        link: (webinar) => ({ id: webinar.get('host_id'), email: webinar.get('host_email') }),
        inverse: true,
        description: 'The user who hosts the webinar.',
      }),
      allOccurrences: t.zoomValue({
        get: api.getWebinarOccurrences,
        field: 'occurrences',
        constants: { show_previous_occurrences: true },
        description: 'The dates of a series, those that are over among them.',
      }),
      occurrence: t.zoomObject({
        get: api.getWebinarOccurrence,
        description: 'One occurrence of a recurring webinar, with what it has of its own.',
      }),
    }),
  });
  showAlternativeHosts(builder, WebinarSettings);

  builder.objectField(refOf(builder, User), 'webinars', (t) =>
    t.zoomConnection({
      list: api.listWebinars,
      of: Webinar,
      description: 'The webinars that the user hosts, of one type: scheduled ones by default.',
    }),
  );

  builder.objectField(refOf(builder, Account), 'webinars', (t) =>
    t.zoomConnection({
      list: api.listWebinars,
      of: Webinar,
      ...acrossUsers,
      across: { ...acrossUsers.across, hasNone: lacksAddOn },
      description:
        'The webinars of all active users, of one type: scheduled ones by default. Zoom lists them by user: a call for each, until as many are found as are asked for. A user without the webinar add-on has none.',
    }),
  );

  builder.queryField('webinar', (t) =>
    t.zoomNode({ of: Webinar, id: 'The global id or the webinar number.', description: 'One webinar.' }),
  );

  const pathEntities = { webinarId: Webinar };
  builder.mutationFields((t) => ({
    createWebinar: t.zoomMutation('createWebinar', {
      endpoint: api.createWebinar,
      description:
        'Creates a webinar for a host. Zoom allows a host 100 creates and updates a day, those of meetings included.',
      pathEntities: { userId: User },
      payload: { webinar: Webinar },
    }),
    updateWebinar: t.zoomMutation('updateWebinar', {
      endpoint: api.updateWebinar,
      description: 'Updates a webinar, or one occurrence of it. What is left out stays.',
      pathEntities,
      payload: { webinar: Webinar },
    }),
    deleteWebinar: t.zoomMutation('deleteWebinar', {
      endpoint: api.deleteWebinarSeries,
      description: 'Deletes a webinar with all its occurrences.',
      pathEntities,
      payload: {},
      deletes: Webinar,
    }),
    deleteWebinarOccurrence: t.zoomMutation('deleteWebinarOccurrence', {
      endpoint: api.deleteWebinarOccurrence,
      description: 'Deletes one occurrence of a recurring webinar. It stays in the list of occurrences, as deleted.',
      pathEntities,
      payload: { webinar: Webinar },
    }),
    endWebinar: t.zoomMutation('endWebinar', {
      endpoint: api.endWebinar,
      description: 'Ends a webinar that is in progress.',
      pathEntities,
      constants: { body: { action: 'end' } },
      payload: { webinar: Webinar },
    }),
  }));
};
