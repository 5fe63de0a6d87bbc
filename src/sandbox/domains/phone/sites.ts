/** Sites of Zoom Phone. */
import * as api from '../../../zoom/api/phone/sites.ts';
import { resource, type Thing } from '../../resource.ts';

const NAMES = ['Berlin', 'Boston', 'London', 'Osaka', 'San Jose', 'Toronto'];

export const sites = resource(api.getPhoneSite, {
  name: 'site',
  named: 'name',
  initial: Object.fromEntries(NAMES.map((name, i) => [name, { site_code: i + 1 }])),
  where: { site_name: ({ name }, asked) => String(name).includes(asked) },
});
export const refOf = ({ id, name }: Thing) => ({ id, name: String(name) });
