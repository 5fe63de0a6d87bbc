/** Room systems of other makers. */
import * as api from '../../../zoom/api/devices/h323.ts';
import { refuse } from '../../call.ts';
import { resource } from '../../resource.ts';

export const h323Devices = resource(api.listH323Devices, {
  name: 'h323 device',
  named: 'name',
  initial: {
    'Board room': { ip: '203.0.113.20', protocol: 'H.323', encryption: 'auto' },
    Auditorium: { ip: '203.0.113.21', protocol: 'SIP', encryption: 'yes' },
  },
  unique: { fields: ['name'], refuse: refuse.h323Name },
});
