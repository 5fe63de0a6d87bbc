/** Room systems of other makers, which Zoom calls by H.323 or SIP. Their granular scopes are not documented. */
import { byToken, del, list as listing, patch, post } from '../../declare/endpoint.ts';
import { enumOf, id, named, shape, string } from '../../declare/shape.ts';
import { roomSystemProtocol } from '../enums.ts';

const readScopes = ['h323:read:admin'];
const writeScopes = ['h323:write:admin'];

export const H323Device = shape(
  'H323Device',
  {
    id: id(),
    name: string('What the device is called.', { max: 64 }),
    protocol: roomSystemProtocol,
    ip: string('The IP address or the H.323 extension by which the device is called.'),
    encryption: enumOf(
      'H323Encryption',
      {
        AUTO: ['auto', 'Calls are encrypted where the device can.'],
        YES: ['yes', 'Calls are always encrypted.'],
        NO: ['no', 'Calls are not encrypted.'],
      },
      'Whether calls with a room system of another maker are encrypted.',
    ),
  },
  'A room system of another maker, which Zoom calls by H.323 or SIP.',
  { always: ['encryption', 'ip', 'name', 'protocol'] },
);
/** Zoom asks for all of it, for an update as well. */
export const H323DeviceBody = named(
  'H323DeviceBody',
  H323Device.omit({ id: true }).required({ name: true, protocol: true, ip: true, encryption: true }),
);

export const listH323Devices = listing('/h323/devices', {
  items: 'devices',
  of: H323Device,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: readScopes,
});

export const createH323Device = post('/h323/devices', {
  body: H323DeviceBody,
  of: H323Device,
  limit: 'LIGHT',
  scopes: writeScopes,
});

export const updateH323Device = patch('/h323/devices/{deviceId}', {
  body: H323DeviceBody,
  limit: 'LIGHT',
  scopes: writeScopes,
});

export const deleteH323Device = del('/h323/devices/{deviceId}', { limit: 'LIGHT', scopes: writeScopes });
