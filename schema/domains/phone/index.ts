/** Zoom Phone: one root for all of its lists, each in its own file. */

import { accountSection } from '../../fields/object.ts';
import type { Domain } from '../../types/builder.ts';
import { interfaceOf } from '../../types/interfaces.ts';
import { phoneAutoReceptionistsDomain } from './auto-receptionists.ts';
import { phoneBlockedListDomain } from './blocked-list.ts';
import { phoneCallHistoryDomain } from './call-history.ts';
import { phoneCallLogsDomain } from './call-logs.ts';
import { phoneCallMetricsDomain } from './call-metrics.ts';
import { phoneCallQueuesDomain } from './call-queues.ts';
import { phoneCallingPlansDomain } from './calling-plans.ts';
import { phoneCommonAreasDomain } from './common-areas.ts';
import { phoneDevicesDomain } from './devices.ts';
import { phoneNumbersDomain } from './numbers.ts';
import { phoneOf } from './phone.ts';
import { phoneRecordingsDomain } from './recordings.ts';
import { sipTrunkDomain } from './sip-trunk.ts';
import { phoneSitesDomain } from './sites.ts';
import { phoneUsersDomain } from './users.ts';
import { phoneVoicemailsDomain } from './voicemails.ts';

const PARTS = [
  phoneSitesDomain,
  phoneUsersDomain,
  phoneNumbersDomain,
  phoneCallingPlansDomain,
  phoneCallQueuesDomain,
  phoneAutoReceptionistsDomain,
  phoneDevicesDomain,
  phoneCommonAreasDomain,
  phoneBlockedListDomain,
  phoneCallHistoryDomain,
  phoneCallLogsDomain,
  phoneCallMetricsDomain,
  phoneRecordingsDomain,
  phoneVoicemailsDomain,
  sipTrunkDomain,
];

export const phoneDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
  interfaceOf(builder, {
    name: 'PhonePolicy',
    description: 'The policies of Zoom Phone that sites and users have alike.',
    of: ['PhoneSitePolicy', 'PhoneUserPolicy'],
  });
  interfaceOf(builder, {
    name: 'LockableSetting',
    description: 'A setting that a higher level of administration may lock.',
    having: ['enable', 'locked', 'lockedBy', 'modified'],
  });
  accountSection(builder, 'phone', { type: phoneOf(builder), description: 'Zoom Phone in the account.' });
};
