/**
 * What the sandbox answers when it does not do what it was asked: Zoom's status, its `{ code, message }` body, and for a
 * body that does not pass, the `errors` beside it (docs/zoom.md 5.1).
 */
import type { Endpoint } from '../zoom/declare/endpoint.ts';

export interface FieldError {
  field: string;
  message: string;
}

export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: number,
    message: string,
    more: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  /** The body that Zoom would send. */
  get body(): object {
    const { code, message, errors } = this;
    return { code, message, ...(errors && { errors }) };
  }
}

const refusal =
  (status: number, code: number, message: string) =>
  (what: unknown = ''): Refusal =>
    new Refusal(status, code, message.replace('%', String(what)));

/** Zoom's refusals by name; each takes what the message is about. */
export const refuse = {
  route: refusal(404, 2300, 'This API endpoint is not recognized.'),
  token: refusal(401, 124, 'Invalid access token.'),
  expiredToken: refusal(401, 124, 'Access token is expired.'),
  scopes: refusal(400, 4711, 'Invalid access token, does not contain scopes:[%].'),
  json: refusal(400, 300, 'Request Body should be a valid JSON object.'),
  pageToken: refusal(400, 300, 'The next page token is invalid or expired.'),
  phonePageToken: refusal(400, 400, 'The next page token is invalid or expired.'),
  missing: refusal(404, 404, 'Not found: %.'),
  upload: refusal(400, 120, 'The file was not uploaded: %.'),
  account: refusal(404, 2001, 'Account does not exist: %.'),
  paidAccount: refusal(404, 2000, 'A paid account cannot be disassociated.'),
  // Zoom answers this one with a status of success.
  payer: refusal(200, 200, 'The payer cannot be changed once the account has a plan.'),
  newOwner: refusal(400, 200, 'This user cannot become the owner: %.'),
  password: refusal(400, 1111, 'The password is too simple.'),
  freeAccount: refusal(400, 200, 'The account has no paid plan.'),
  subscribed: refusal(400, 300, 'The account has a base plan already.'),
  plan: refusal(400, 300, 'The account has no plan of this type: %.'),
  addonsFirst: refusal(400, 200, 'The additional plans must be cancelled first.'),
  user: refusal(404, 1001, 'User does not exist: %.'),
  pending: refusal(404, 1120, 'The invitation of % is still pending.'),
  emailUsed: refusal(409, 1005, 'User already in the account: %.'),
  owner: refusal(400, 300, 'The account owner cannot be changed in this way.'),
  ownAssistant: refusal(400, 200, 'Nobody can be an assistant of their own.'),
  role: refusal(400, 1034, 'Role does not exist: %.'),
  roleMember: refusal(400, 1010, 'User does not belong to this role: %.'),
  roleName: refusal(400, 1224, 'This role name is already used: %.'),
  builtInRole: refusal(400, 300, 'A system role cannot be changed: %.'),
  group: refusal(404, 4130, 'A group with this % does not exist.'),
  groupName: refusal(409, 4132, 'This group name is already in use: %.'),
  unlicensed: refusal(400, 3161, 'Meeting hosting and scheduling capabilities are not allowed for your user account.'),
  meeting: refusal(404, 3001, 'Meeting does not exist: %.'),
  webinar: refusal(404, 3001, 'Webinar does not exist: %.'),
  meetingUnderWay: refusal(400, 3002, 'Sorry, you cannot delete this meeting since it is in progress.'),
  notStarted: refusal(400, 4927, 'Meeting % has not started.'),
  recording: refusal(404, 3301, 'There is no recording for this meeting: %.'),
  archiveFile: refusal(404, 404, 'Archived file does not exist: %.'),
  report: refusal(404, 5010, 'Report does not exist: %.'),
  dailyReport: refusal(
    400,
    300,
    'Daily report can only be provided for a month that falls within the recent 6 months: %.',
  ),
  registrationOff: refusal(400, 3000, 'Registration has not been enabled for this meeting: %.'),
  registrant: refusal(400, 300, 'The registrant does not exist: %.'),
  phoneUser: refusal(400, 404, 'The phone user does not exist: %.'),
  phoneNumber: refusal(400, 400, 'The phone number does not exist: %.'),
  numberTaken: refusal(400, 409, 'The phone number is already assigned: %.'),
  callingPlan: refusal(400, 404, 'The calling plan is not assigned to this user: %.'),
  blockedNumber: refusal(409, 409, 'The number is blocked already: %.'),
  siteTransfer: refusal(400, 400, 'The site cannot be deleted, or its assets not be transferred to %.'),
  deviceAssigned: refusal(400, 300, 'The device is assigned: %.'),
  queueManager: refusal(400, 400, 'Unable to delete manager: %.'),
  callQueue: refusal(404, 13000, 'The call queue does not exist: %.'),
  // Zoom's own code for it is not documented.
  channelOwner: refusal(400, 300, 'The owner of a channel cannot leave it.'),
  room: refusal(404, 1012, 'Room not found: %.'),
  roomLocation: refusal(404, 4801, 'Location not found: %.'),
  roomLocationName: refusal(400, 300, 'Location name already exists: %.'),
  roomLocationParent: refusal(400, 300, 'Invalid parent location id: %.'),
  device: refusal(404, 30055012, 'Device does not exist: %.'),
  deviceRoom: refusal(400, 30055001, 'Zoom Room does not exist: %.'),
  deviceTaken: refusal(400, 30055006, 'Device already exists: %.'),
  deviceUser: refusal(400, 30055009, 'This user does not have the plan: %.'),
  deviceGroup: refusal(400, 30055018, 'The group does not exist: %.'),
  appliance: refusal(404, 30051039, 'ZDM device not found: %.'),
  extension: refusal(400, 30052024, 'Extension number does not exist: %.'),
  zpaGroup: refusal(404, 30052027, 'Group not found: %.'),
  firmware: refusal(400, 30052029, 'Missing required input: firmware_versions.'),
  appVersion: refusal(400, 30052030, 'Missing required input: app_version.'),
  h323Name: refusal(404, 2020, 'This display name of an H.323 device is already in use: %.'),
  sipPhoneTaken: refusal(400, 300, 'A SIP phone with the same email already exists: %.'),
} as const;

/** A body that does not pass, with every field that is wrong, and why where that is known. */
export const invalid = (...wrong: readonly (string | FieldError)[]): Refusal => {
  const errors = wrong.map((each) => (typeof each === 'string' ? { field: each, message: 'Invalid field.' } : each));
  return new Refusal(400, 300, 'Validation Failed.', { errors });
};
export type Refused = Refusal | false | undefined;
/** Throws a refusal where there is one. */
export const failing = (refused: Refused): void => {
  if (refused) throw refused;
};
/** A check that some fields are not empty. */
export const filled =
  (...names: readonly string[]) =>
  (thing: Readonly<Record<string, unknown>>): void => {
    const empty = names.filter((name) => !thing[name]);
    if (empty.length > 0) throw invalid(...empty);
  };
/** The refusal of an operation whose last id leads nowhere, by the code that means that. */
export const missingAt = ({ codes = {} }: Endpoint, ref: string): Refusal => {
  const code = Number(Object.entries(codes).find(([, kind]) => kind === 'NOT_FOUND')?.[0] ?? 404);
  return new Refusal(code === 404 ? 404 : 400, code, `Not found: ${ref}.`);
};

/** A page that stands where JSON or a file was expected. */
export const HTML_PAGE =
  '<!DOCTYPE html><html><head><title>Zoom</title></head><body>Sign in to continue.</body></html>';
