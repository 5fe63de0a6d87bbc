/**
 * SIP phones: the Zoom app of a user as a phone of the account's own telephone system, Zoom's Phone System Integration. Older documents
 * have the path `/sip_phones`, and other names for the servers. Their granular scopes are not documented.
 */
import { byToken, del, list as listing, patch, post } from '../../declare/endpoint.ts';
import { enumOf, id, int, named, secret, shape, string, wording } from '../../declare/shape.ts';

const readScopes = ['sip_phone:read:admin'];
const writeScopes = ['sip_phone:write:admin'];

const SipServer = shape(
  'SipServer',
  {
    register_server: string('The address of the server that takes registrations, with its port unless that is 5060.'),
    proxy_server: string(
      'The address of the proxy for SIP requests, with its port unless that is 5060. Without a proxy it is that of `registerServer`.',
    ),
    transport_protocol: enumOf(
      'SipTransportProtocol',
      {
        UDP: ['UDP', 'UDP.'],
        TCP: ['TCP', 'TCP.'],
        TLS: ['TLS', 'TLS.'],
        AUTO: ['AUTO', 'The app finds out which one works.'],
      },
      'A transport protocol of SIP.',
    ),
  },
  'A server with which a SIP phone registers.',
);

export const SipPhone = shape(
  'SipPhone',
  {
    phone_id: id("Zoom's own ID."),
    user_email: string(
      'The email address of the user. A word for a platform may follow it, such as `.pc` or `.mobile`: the phone is for that platform alone.',
    ),
    user_name: string('The number of the user in the telephone system.'),
    display_number: string('The number that is shown, where it is not `userName`.'),
    authorization_name: string('The name by which the phone signs in.'),
    password: secret('The password by which the phone signs in.'),
    domain: string('The name or IP address of the SIP domain.'),
    voice_mail: string('The number to call to listen to voicemail.'),
    registration_expire_time: int('After how many minutes the phone registers again.'),
    server: SipServer,
    server_2: SipServer.optional().describe('A second server.'),
    server_3: SipServer.optional().describe('A third server.'),
  },
  'A user’s Zoom app as a phone of the telephone system that the account has.',
);

/** An email may have a platform behind it (docs/zoom.md 13.4.4): without that it must still be an email, since `.win` is also the end of domains. */
const OF_PLATFORM = /^(.+@.+\..+)\.(win|mac|android|ipad|iphone|linux|pc|mobile|pad)$/i;
/** The email of the user of a phone, without its platform. */
export const emailOfUser = (text: string): string => OF_PLATFORM.exec(text)?.[1] ?? text;

export const CreateSipPhoneBody = named(
  'CreateSipPhoneBody',
  wording(SipPhone.omit({ phone_id: true }), {
    user_email:
      'The email address of the user. Add `.pc`, `.mobile` or `.pad` to it for a phone of that platform alone, such as `ann@example.com.pc`.',
  }).required({
    user_email: true,
    user_name: true,
    authorization_name: true,
    password: true,
    domain: true,
    server: true,
  }),
);
/** Older documents ask for all fields here; the SDK asks for none. */
export const UpdateSipPhoneBody = named('UpdateSipPhoneBody', SipPhone.omit({ phone_id: true, user_email: true }));

/** The largest page is not documented. */
export const listSipPhones = listing('/sip_phones/phones', {
  items: 'phones',
  of: SipPhone,
  query: shape('ListSipPhonesQuery', {
    search_key: string('Only the phones of the user with this name or email address.'),
  }),
  paging: byToken(100),
  limit: 'MEDIUM',
  scopes: readScopes,
});

export const createSipPhone = post('/sip_phones/phones', {
  body: CreateSipPhoneBody,
  of: SipPhone,
  limit: 'LIGHT',
  scopes: writeScopes,
});

export const updateSipPhone = patch('/sip_phones/phones/{phoneId}', {
  body: UpdateSipPhoneBody,
  limit: 'LIGHT',
  scopes: writeScopes,
});

/** A document of 2020 names the scope of reading, later ones that of writing. */
export const deleteSipPhone = del('/sip_phones/phones/{phoneId}', {
  limit: 'LIGHT',
  scopes: [...writeScopes, ...readScopes],
  codes: { 300: 'NOT_FOUND' },
});
