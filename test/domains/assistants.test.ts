/** Who schedules in the name of whom, from either side. */
import { globalId, reads, writes } from '../rows.ts';
import { done } from '../stub.ts';

reads([
  {
    name: 'the users of assistants and schedulers are known by id and email without a call',
    table: {
      'GET /users/u1/assistants': { assistants: [{ id: 'u2', email: 'u2@example.com' }] },
      'GET /users/u1/schedulers': { schedulers: [{ id: 'u3', email: 'u3@example.com' }] },
    },
    query: `{ user(id: "u1") {
      zoomId assistants { totalCount nodes { user { id email } } } schedulers { nodes { user { zoomId email } } }
    } }`,
    at: 'user',
    data: {
      zoomId: 'u1',
      assistants: { totalCount: 1, nodes: [{ user: { id: globalId('User', 'u2'), email: 'u2@example.com' } }] },
      schedulers: { nodes: [{ user: { zoomId: 'u3', email: 'u3@example.com' } }] },
    },
    calls: ['GET /users/u1/assistants', 'GET /users/u1/schedulers'],
    together: true,
  },
  {
    name: 'from an assistant an edge leads back to the scheduler, and from a scheduler to the assistant',
    table: {
      'GET /users/u1/assistants': { assistants: [{ id: 'u2', can_manage_host_private_event: true }] },
      'GET /users/u2/schedulers': { schedulers: [{ id: 'u1' }] },
    },
    query: `{ user(id: "u1") { assistants { nodes {
      id canManageHostPrivateEvent scheduler { zoomId } user { schedulers { nodes { assistant { zoomId } user { zoomId } } } }
    } } } }`,
    at: 'user.assistants.nodes',
    data: [
      {
        id: globalId('UserAssistant', 'u1,u2'),
        canManageHostPrivateEvent: true,
        scheduler: { zoomId: 'u1' },
        user: { schedulers: { nodes: [{ assistant: { zoomId: 'u2' }, user: { zoomId: 'u1' } }] } },
      },
    ],
    calls: ['GET /users/u1/assistants', 'GET /users/u2/schedulers'],
  },
]);

const user = globalId('User', 'u1');
writes(
  [
    {
      name: 'addAssistants takes ids of both kinds and emails, and gives Zoom’s answer',
      mutation: `addAssistants(input: { userId: "${user}", assistants: [
        { id: "${globalId('User', 'u2')}", canManageHostPrivateEvent: true }, { email: "c@example.com" }
      ] }) { addAt ids user { id } }`,
      payload: { addAt: '2026-03-01T08:00:00Z', ids: ['u2', 'u3'], user: { id: user } },
      calls: ['POST /users/u1/assistants'],
      body: { assistants: [{ id: 'u2', can_manage_host_private_event: true }, { email: 'c@example.com' }] },
    },
    {
      name: 'removeAssistant takes the global id of the assistant, and tells which is gone',
      mutation: `removeAssistant(input: { userId: "u1", assistantId: "${globalId('UserAssistant', 'u1,u2')}" }) {
        deletedUserAssistantId user { id }
      }`,
      payload: { deletedUserAssistantId: globalId('UserAssistant', 'u1,u2'), user: { id: user } },
      calls: ['DELETE /users/u1/assistants/u2'],
    },
    {
      name: 'removeScheduler tells which is gone',
      mutation: 'removeScheduler(input: { userId: "u1", schedulerId: "u2" }) { deletedUserSchedulerId }',
      payload: { deletedUserSchedulerId: globalId('UserScheduler', 'u1,u2') },
      calls: ['DELETE /users/u1/schedulers/u2'],
    },
    ...['Assistants', 'Schedulers'].map((all) => ({
      name: `removeAll${all} is one call, and shows who is left`,
      mutation: `removeAll${all}(input: { userId: "u1" }) { user { ${all.toLowerCase()} { totalCount } } }`,
      payload: { user: { [all.toLowerCase()]: { totalCount: 0 } } },
      calls: [`DELETE /users/u1/${all.toLowerCase()}`, `GET /users/u1/${all.toLowerCase()}`],
    })),
  ],
  {
    'POST /users/u1/assistants': { add_at: '2026-03-01T08:00:00Z', ids: 'u2,u3' },
    'DELETE /users/u1/assistants/u2': done(),
    'DELETE /users/u1/schedulers/u2': done(),
    'DELETE /users/u1/assistants': done(),
    'DELETE /users/u1/schedulers': done(),
    'GET /users/u1/assistants': { assistants: [] },
    'GET /users/u1/schedulers': { schedulers: [] },
  },
);

reads([
  {
    name: 'an assistant who is named in no way is refused before the call',
    query:
      'mutation { addAssistants(input: { userId: "u1", assistants: [{ canManageHostPrivateEvent: true }] }) { ids } }',
    data: { addAssistants: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
]);
