/** Panelists of webinars. */
import * as api from '../../../zoom/api/webinars/panelists.ts';
import { row } from '../../call.ts';
import { resource } from '../../resource.ts';
import { instant } from '../../seeded.ts';
import { webinars } from './webinars.ts';

export const panelists = resource(api.listPanelists, {
  name: 'panelist',
  named: 'name',
  in: webinars.at,
  // What calls created starts without panelists.
  initial: (_, { creation_source }) => (creation_source === 'open_api' ? [] : ['Ada Lovelace', 'Alan Turing']),
  on: (on) => {
    on(api.addPanelists, ({ body, now }, { things, owner }) => {
      for (const panelist of body.panelists ?? []) {
        const known = things.all().find(({ email }) => email !== undefined && email === panelist.email);
        if (known) things.change(known.id, panelist);
        else things.add(panelist);
      }
      return row(`panelists/${owner.id}`, { id: String(owner.id), updated_at: instant(now) });
    });
    on(api.removePanelists, (_, { things }) => {
      for (const { id } of things.all()) things.remove(id);
    });
  },
});
