/** Who may hear of what Zoom tells. */
import type { ZoomEvent } from '../src/zoom/events/event.ts';
import type { Context } from './context.ts';

/**
 * Whether an event is for who asks. All that were signed with the secret of the app are for those who use the app's credentials; who brings a token of
 * Zoom's hears what is of its account, once that is known (`Zoom.caller`).
 */
export const mayHear = ({ zoom: { caller } }: Pick<Context, 'zoom'>, { accountId }: ZoomEvent): boolean =>
  caller === undefined || caller.accountId === accountId;
