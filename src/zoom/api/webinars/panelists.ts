/** Panelists of a webinar: those who speak, besides its host. */
import { del, list as listing, post } from '../../declare/endpoint.ts';
import { dateTime, id, list, named, needing, secretUrl, shape, string } from '../../declare/shape.ts';
import { reading, writing } from './webinars.ts';

export const Panelist = shape(
  'Panelist',
  {
    id: id('The panelist.'),
    name: string('The name of the person.'),
    email: string('The email address of the person.'),
    join_url: secretUrl("The panelist's own link to join."),
    virtual_background_id: id('The background that the webinar gives the panelist.'),
    name_tag_id: id('The name tag of the webinar that the panelist has.'),
    name_tag_name: string('The name on the name tag.'),
    name_tag_pronouns: string('The pronouns on the name tag.'),
    name_tag_description: string('What else stands on the name tag, such as a title.'),
  },
  'A person who speaks in a webinar.',
);

const PanelistBody = named('PanelistBody', Panelist.omit({ id: true, join_url: true }), 'A person who shall speak.');
export const AddPanelistsBody = needing(
  shape('AddPanelistsBody', { panelists: list(PanelistBody, 'Those who shall speak, each by name and email.') }),
  ['panelists'],
);

export const PanelistsAdded = shape(
  'PanelistsAdded',
  { id: id('The webinar.'), updated_at: dateTime('When the panelists were added.') },
  'What Zoom answers when panelists have been added.',
);

export const listPanelists = listing('/webinars/{webinarId}/panelists', {
  items: 'panelists',
  of: Panelist,
  limit: 'MEDIUM',
  scopes: reading,
});

export const addPanelists = post('/webinars/{webinarId}/panelists', {
  body: AddPanelistsBody,
  of: PanelistsAdded,
  limit: 'MEDIUM',
  scopes: writing,
});

export const removePanelists = del('/webinars/{webinarId}/panelists', { limit: 'LIGHT', scopes: writing });

export const removePanelist = del('/webinars/{webinarId}/panelists/{panelistId}', { limit: 'LIGHT', scopes: writing });
