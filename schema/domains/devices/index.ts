/** Devices of all kinds: those in Zoom Device Management, room systems of other makers, and SIP phones. */
import type { Domain } from '../../types/builder.ts';
import { managedDevicesDomain } from './devices.ts';
import { h323DevicesDomain } from './h323.ts';
import { sipPhonesDomain } from './sip-phones.ts';

const PARTS = [managedDevicesDomain, h323DevicesDomain, sipPhonesDomain];

export const devicesDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
};
