/** Tracking fields. */
import * as api from '../../zoom/api/accounts/tracking-fields.ts';
import type { Domain } from '../call.ts';
import { collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';

const INITIAL: readonly Known[] = [
  { field: 'Cost centre', recommended_values: ['100', '200', '300'], required: true, visible: true },
  { field: 'Project', recommended_values: ['Apollo', 'Gemini'], required: false, visible: true },
  { field: 'Client', recommended_values: [], required: false, visible: false },
];

export const trackingFields = (world: World): Domain => {
  const initial = INITIAL.map(({ field }) => opaqueId(`${world.seed}/tracking field/${field}`));
  const all = collection(initial, (id) => {
    const known = INITIAL[initial.indexOf(id)];
    return known && { id, ...known };
  });
  const find = (id = ''): Known => {
    const known = all.get(id);
    if (!known) throw refuse.missing(id);
    return known;
  };
  const row = (known: Known) => ({ key: `tracking field/${known.id}`, known });
  const checkName = (name: string | undefined) => {
    if (!name) throw invalid({ field: 'field', message: 'Invalid field.' });
  };
  let made = 0;

  return (on) => {
    on(api.listTrackingFields, () => {
      const ids = all.ids();
      return { rows: lazily(ids, (id) => row(find(id))), envelope: { total_records: ids.length } };
    });
    on(api.getTrackingField, ({ path }) => row(find(path.fieldId)));
    on(api.createTrackingField, ({ body }) => {
      checkName(body.field);
      const id = opaqueId(`${world.seed}/tracking field/new/${made++}`);
      return row(all.add(id, { recommended_values: [], required: false, visible: true, ...body, id }));
    });
    on(api.updateTrackingField, ({ path, body }) => {
      const id = String(find(path.fieldId).id);
      if (body.field !== undefined) checkName(body.field);
      all.change(id, body);
      return undefined;
    });
    on(api.deleteTrackingField, ({ path }) => {
      all.remove(String(find(path.fieldId).id));
      return undefined;
    });
  };
};
