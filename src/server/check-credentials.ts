/** What is wrong with the Zoom app is said in the log when the gateway starts, not only when someone asks. */
import { getMeeting, listMeetings } from '../zoom/api/meetings/meetings.ts';
import { listUserRecordings } from '../zoom/api/meetings/recordings.ts';
import { getUser, listUsers } from '../zoom/api/users/users.ts';
import { isGranted } from '../zoom/auth/scopes.ts';
import { type Client, ZoomError } from '../zoom/client/client.ts';
import { nameOf } from '../zoom/declare/endpoint.ts';
import type { Log } from './log.ts';

/** What most people ask first. */
const FIRST = [listUsers, getUser, listMeetings, getMeeting, listUserRecordings];

/** Asks for an access token, and looks at its scopes. The gateway serves meanwhile. Never rejects. */
export const checkCredentials = async (client: Pick<Client, 'ready'>, log: Log): Promise<void> => {
  try {
    const scopes = await client.ready();
    const missing = scopes ? FIRST.filter((endpoint) => isGranted(endpoint.scopes, scopes) === false) : [];
    for (const endpoint of missing)
      log.warn(
        `The Zoom app may not call ${nameOf(endpoint)}. Add one of these scopes to the app: ${endpoint.scopes.join(', ')}. docs/zoom-app.md has those of the whole graph.`,
      );
  } catch (error) {
    if (error instanceof ZoomError) log.error(`Zoom cannot be asked: ${error.message}${hintTo(error)}`);
    else log.error({ err: error }, 'Zoom cannot be asked.');
  }
};

/** What to do about a network that leads nowhere. */
const hintTo = ({ transport }: ZoomError): string =>
  transport === 'REFUSED' ? ' Check the network; if this machine needs a proxy to reach Zoom, set HTTPS_PROXY.' : '';
