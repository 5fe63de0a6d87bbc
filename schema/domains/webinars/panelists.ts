/** Panelists of a webinar. */
import { Panelist } from '../../../src/zoom/api/webinars/panelists.entities.ts';
import * as api from '../../../src/zoom/api/webinars/panelists.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const panelistsDomain: Domain = (builder) => {
  entityObject(builder, Panelist);

  builder.objectField(refOf(builder, Webinar), 'panelists', (t) =>
    t.zoomConnection({ list: api.listPanelists, of: Panelist, description: 'The panelists of the webinar.' }),
  );

  const pathEntities = { webinarId: Webinar };
  builder.mutationFields((t) => ({
    addWebinarPanelists: t.zoomMutation('addWebinarPanelists', {
      endpoint: api.addPanelists,
      description: 'Adds panelists to a webinar.',
      pathEntities,
      // What Zoom answers has the number as text, and nothing else of the webinar.
      payload: { webinar: { of: Webinar, params: ({ path: { webinarId = '' } }) => ({ webinarId }) } },
      exposeResponse: true,
    }),
    removeWebinarPanelist: t.zoomMutation('removeWebinarPanelist', {
      endpoint: api.removePanelist,
      description: 'Removes a panelist from a webinar.',
      pathEntities: { ...pathEntities, panelistId: Panelist },
      payload: { webinar: Webinar },
      deletes: Panelist,
    }),
    removeAllWebinarPanelists: t.zoomMutation('removeAllWebinarPanelists', {
      endpoint: api.removePanelists,
      description: 'Removes all panelists from a webinar.',
      pathEntities,
      payload: { webinar: Webinar },
    }),
  }));
};
