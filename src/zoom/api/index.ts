/** Every operation of Zoom's that is declared: one list for the schema, the sandbox and the tests. */
import { declared, type Endpoint } from '../declare/endpoint.ts';
import './accounts/settings/index.ts';
import './accounts/settings/locks.ts';
import './accounts/settings/registration.ts';
import './accounts/accounts.ts';
import './accounts/billing.ts';
import './dashboards/chat.ts';
import './dashboards/clients.ts';
import './dashboards/meetings.ts';
import './dashboards/rooms.ts';
import './dashboards/usage.ts';
import './dashboards/webinars.ts';
import './users/groups.ts';
import './accounts/information-barriers.ts';
import './meetings/meetings.ts';
import './meetings/past-meetings.ts';
import './phone/call-logs.ts';
import './phone/call-queues.ts';
import './phone/calling-plans.ts';
import './phone/common-areas.ts';
import './phone/devices.ts';
import './phone/numbers.ts';
import './phone/recordings.ts';
import './phone/sites.ts';
import './phone/user-settings.ts';
import './phone/users.ts';
import './phone/voicemails.ts';
import './meetings/polls.ts';
import './meetings/recordings.ts';
import './meetings/registrants.ts';
import './accounts/roles.ts';
import './meetings/surveys.ts';
import './accounts/tracking-fields.ts';
import './users/user-settings.ts';
import './users/users.ts';

/** All of them, those for sub accounts among them. */
export const operations: readonly Endpoint[] = declared();
