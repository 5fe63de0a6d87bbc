/** Room systems of other makers. */
import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const id = globalId('H323Device', 'h1');
const DEVICE = { name: 'Board', ip: '203.0.113.2', protocol: 'H.323', encryption: 'auto' };
const given = 'name: "Board", ip: "203.0.113.2", protocol: H323, encryption: AUTO';

reads([
  {
    name: 'a room system is found in the list, since Zoom reads none by itself',
    table: { 'GET /h323/devices': { devices: [{ id: 'h1', ...DEVICE }] } },
    query: `{ h323Device(id: "${id}") { name protocol encryption } }`,
    at: 'h323Device',
    data: { name: 'Board', protocol: 'H323', encryption: 'AUTO' },
    calls: ['GET /h323/devices?page_size=300'],
  },
]);

writes(
  [
    {
      name: 'createH323Device needs no further call',
      mutation: `createH323Device(input: { ${given} }) { h323Device { id ip } h323DeviceEdge { node { name } } }`,
      payload: { h323Device: { id, ip: '203.0.113.2' }, h323DeviceEdge: { node: { name: 'Board' } } },
      calls: ['POST /h323/devices'],
      body: DEVICE,
    },
    {
      name: 'updateH323Device writes all of it',
      mutation: `updateH323Device(input: { h323DeviceId: "h1", ${given} }) { h323Device { id } }`,
      payload: { h323Device: { id } },
      calls: ['PATCH /h323/devices/h1'],
      body: DEVICE,
    },
    {
      name: 'deleteH323Device leaves the global id',
      mutation: `deleteH323Device(input: { h323DeviceId: "${id}" }) { deletedH323DeviceId }`,
      payload: { deletedH323DeviceId: id },
      calls: ['DELETE /h323/devices/h1'],
    },
  ],
  {
    'POST /h323/devices': { id: 'h1', ...DEVICE },
    'PATCH /h323/devices/h1': done(),
    'DELETE /h323/devices/h1': done(),
  },
);
