/** The reports: one root for all of them, each topic in its own file. */
import { accountSection } from '../../fields/object.ts';
import type { Domain } from '../../types/builder.ts';
import { reportBillingDomain } from './billing.ts';
import { reportLogsDomain } from './logs.ts';
import { reportMeetingsDomain } from './meetings.ts';
import { reportsOf } from './reports.ts';
import { reportUsageDomain } from './usage.ts';
import { reportWebinarsDomain } from './webinars.ts';

const PARTS = [reportUsageDomain, reportMeetingsDomain, reportWebinarsDomain, reportLogsDomain, reportBillingDomain];

export const reportsDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
  accountSection(builder, 'reports', {
    type: reportsOf(builder),
    description: 'The reports of the account, for those who may read them.',
  });
};
