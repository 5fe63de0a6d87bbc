import type {
  DevicesAddNewDeviceRequestBody,
  DevicesAssignDeviceToUserOrCommonareaRequestBody,
  DevicesChangeDeviceAssociationRequestBody,
  DevicesChangeDeviceRequestBody,
  DevicesGetDeviceDetailResponse,
  DevicesGetZDMGroupInfoQueryParams,
  DevicesGetZDMGroupInfoResponse,
  DevicesGetZPAVersionInfoResponse,
  DevicesListDevicesQueryParams,
  DevicesListDevicesResponse,
  DevicesUpgradeZPAFirmwareOrAppRequestBody,
  H323DevicesCreateHSIPDeviceRequestBody,
  H323DevicesCreateHSIPDeviceResponse,
  H323DevicesListHSIPDevicesQueryParams,
  H323DevicesListHSIPDevicesResponse,
  H323DevicesUpdateHSIPDeviceRequestBody,
  SIPPhoneEnableSIPPhoneRequestBody,
  SIPPhoneEnableSIPPhoneResponse,
  SIPPhoneListSIPPhonesQueryParams,
  SIPPhoneListSIPPhonesResponse,
  SIPPhoneUpdateSIPPhoneRequestBody,
} from '@zoom/rivet/meetings';
import type * as api from '../../src/zoom/api/devices/devices.ts';
import type * as h323 from '../../src/zoom/api/devices/h323.ts';
import type * as sip from '../../src/zoom/api/devices/sip-phones.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.ListedDevice>, Item<DevicesListDevicesResponse, 'devices'>>>,
  Agree<Asks<typeof api.listDevices, DevicesListDevicesQueryParams>>,
  Agree<Differs<Of<typeof api.FetchedDevice>, DevicesGetDeviceDetailResponse>>,
  Agree<Differs<Of<typeof api.AddDeviceBody>, DevicesAddNewDeviceRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateDeviceBody>, DevicesChangeDeviceRequestBody>>,
  Agree<Differs<Of<typeof api.AssignDeviceBody>, DevicesChangeDeviceAssociationRequestBody>>,
  Agree<Differs<Of<typeof api.ZdmGroup>, Item<DevicesGetZDMGroupInfoResponse, 'groups'>>>,
  Agree<Differs<Of<typeof api.ZpaVersions>, DevicesGetZPAVersionInfoResponse>>,
  Agree<Differs<Of<typeof api.AssignZpaDeviceBody>, DevicesAssignDeviceToUserOrCommonareaRequestBody>>,
  Agree<Differs<Of<typeof api.UpgradeZpaDevicesBody>, DevicesUpgradeZPAFirmwareOrAppRequestBody>>,
  Agree<Differs<Of<typeof h323.H323Device>, Item<H323DevicesListHSIPDevicesResponse, 'devices'>>>,
  Agree<Differs<Of<typeof h323.H323Device>, H323DevicesCreateHSIPDeviceResponse>>,
  Agree<Differs<Of<typeof h323.H323DeviceBody>, H323DevicesCreateHSIPDeviceRequestBody>>,
  Agree<Differs<Of<typeof h323.H323DeviceBody>, H323DevicesUpdateHSIPDeviceRequestBody>>,
  Agree<Differs<Of<typeof sip.SipPhone>, Item<SIPPhoneListSIPPhonesResponse, 'phones'>>>,
  Agree<Differs<Of<typeof sip.SipPhone>, SIPPhoneEnableSIPPhoneResponse>>,
  Agree<Differs<Of<typeof sip.CreateSipPhoneBody>, SIPPhoneEnableSIPPhoneRequestBody>>,
  Agree<Differs<Of<typeof sip.UpdateSipPhoneBody>, SIPPhoneUpdateSIPPhoneRequestBody>>,
  Agree<Asks<typeof api.listZdmGroups, DevicesGetZDMGroupInfoQueryParams>>,
  Agree<Asks<typeof h323.listH323Devices, H323DevicesListHSIPDevicesQueryParams>>,
  Agree<Asks<typeof sip.listSipPhones, SIPPhoneListSIPPhonesQueryParams>>,
];
