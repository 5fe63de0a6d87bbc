/** Auto receptionists; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const listed = {
  id: 'r1',
  name: 'Reception',
  extension_number: 801,
  site: { id: 's1', name: 'Berlin' },
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
};
const id = globalId('AutoReceptionist', 'r1');
// The single one does not tell its id.
const { id: _, ...single } = { ...listed, own_storage_name: 'Ours' };
const table = {
  'GET /phone/auto_receptionists': { auto_receptionists: [listed] },
  'GET /phone/auto_receptionists/r1': single,
};

reads(
  [
    {
      name: 'auto receptionists with site and numbers are one call, and what the single one tells one more',
      query: `{ phone { autoReceptionists { nodes { id zoomId name extensionNumber site { name } numbers { id number }
        ownStorageName } } } }`,
      at: 'phone.autoReceptionists.nodes',
      data: [
        {
          id,
          zoomId: 'r1',
          name: 'Reception',
          extensionNumber: '801',
          site: { name: 'Berlin' },
          numbers: [{ id: globalId('PhoneNumber', 'n1'), number: '+12055550101' }],
          ownStorageName: 'Ours',
        },
      ],
      calls: ['GET /phone/auto_receptionists?page_size=30', 'GET /phone/auto_receptionists/r1'],
    },
    {
      name: 'the main auto receptionist of a site, and the assignee of a number, are the same',
      table: {
        'GET /phone/sites': { sites: [{ id: 's1', main_auto_receptionist: { id: 'r1', name: 'Reception' } }] },
        'GET /phone/numbers': {
          phone_numbers: [{ id: 'n1', assignee: { id: 'r1', type: 'autoReceptionist', name: 'Reception' } }],
        },
      },
      query: `{ phone { sites { nodes { mainAutoReceptionist { id name } } }
        numbers { nodes { assignee { entity { ... on AutoReceptionist { id name } } } } } } }`,
      at: 'phone',
      data: {
        sites: { nodes: [{ mainAutoReceptionist: { id, name: 'Reception' } }] },
        numbers: { nodes: [{ assignee: { entity: { id, name: 'Reception' } } }] },
      },
      calls: ['GET /phone/sites?page_size=30', 'GET /phone/numbers?page_size=30'],
    },
  ],
  table,
);

writes(
  [
    {
      name: 'an auto receptionist gets numbers, each named in one of two ways',
      table: { 'POST /phone/auto_receptionists/r1/phone_numbers': done },
      mutation: `assignAutoReceptionistNumbers(input: { autoReceptionistId: "${id}", phoneNumbers: [
        { id: "${globalId('PhoneNumber', 'n1')}" }, { number: "+12055550102" }] }) {
        autoReceptionist { numbers { number } } }`,
      payload: { autoReceptionist: { numbers: [{ number: '+12055550101' }] } },
      calls: ['POST /phone/auto_receptionists/r1/phone_numbers', 'GET /phone/auto_receptionists/r1'],
      body: { phone_numbers: [{ id: 'n1' }, { number: '+12055550102' }] },
    },
    {
      name: 'an auto receptionist loses one number',
      table: { 'DELETE /phone/auto_receptionists/r1/phone_numbers/n1': done },
      mutation: `unassignAutoReceptionistNumber(input: { autoReceptionistId: "r1", phoneNumberId: "n1" }) {
        autoReceptionist { zoomId } phoneNumber { zoomId } }`,
      payload: { autoReceptionist: { zoomId: 'r1' }, phoneNumber: { zoomId: 'n1' } },
      calls: ['DELETE /phone/auto_receptionists/r1/phone_numbers/n1'],
    },
    {
      name: 'all numbers are taken by one call',
      table: { 'DELETE /phone/auto_receptionists/r1/phone_numbers': done },
      mutation: 'unassignAllAutoReceptionistNumbers(input: { autoReceptionistId: "r1" }) { autoReceptionist { id } }',
      payload: { autoReceptionist: { id } },
      calls: ['DELETE /phone/auto_receptionists/r1/phone_numbers'],
    },
    {
      name: 'an auto receptionist is updated, its extension as a number',
      table: { 'PATCH /phone/auto_receptionists/r1': done },
      mutation: `updateAutoReceptionist(input: { autoReceptionistId: "r1", name: "Front", extensionNumber: "802" }) {
        autoReceptionist { name } }`,
      payload: { autoReceptionist: { name: 'Reception' } },
      calls: ['PATCH /phone/auto_receptionists/r1', 'GET /phone/auto_receptionists/r1'],
      body: { name: 'Front', extension_number: 802 },
    },
  ],
  table,
);
