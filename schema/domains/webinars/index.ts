/** Webinars: those that are scheduled, what belongs to them, and those that were held. */
import type { Domain } from '../../types/builder.ts';
import { panelistsDomain } from './panelists.ts';
import { pastWebinarsDomain } from './past-webinars.ts';
import { webinarPollsDomain } from './polls.ts';
import { webinarRegistrantsDomain } from './registrants.ts';
import { scheduledWebinarsDomain } from './webinars.ts';

const PARTS = [
  scheduledWebinarsDomain,
  webinarRegistrantsDomain,
  panelistsDomain,
  webinarPollsDomain,
  pastWebinarsDomain,
];

export const webinarsDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
};
