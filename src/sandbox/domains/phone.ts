/** Zoom Phone: who has it, sites, numbers, plans, queues, devices, and what was called. */
import * as logs from '../../zoom/api/phone/call-logs.ts';
import * as queuesApi from '../../zoom/api/phone/call-queues.ts';
import * as plansApi from '../../zoom/api/phone/calling-plans.ts';
import * as devicesApi from '../../zoom/api/phone/devices.ts';
import * as numbersApi from '../../zoom/api/phone/numbers.ts';
import * as recordingsApi from '../../zoom/api/phone/recordings.ts';
import * as sitesApi from '../../zoom/api/phone/sites.ts';
import * as api from '../../zoom/api/phone/users.ts';
import * as voicemailsApi from '../../zoom/api/phone/voicemails.ts';
import { type Call, type Domain, type Row, within } from '../call.ts';
import { SECOND } from '../clock.ts';
import { merged } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import { callsOf, type Entry, type Phone } from './calls.ts';
import type { People, User } from './people.ts';

const SITES = ['Berlin', 'Boston', 'London', 'Osaka', 'San Jose', 'Toronto'];
const QUEUES = ['Billing', 'Front desk', 'IT help', 'Orders', 'Returns', 'Sales', 'Support', 'Travel'];
const PLANS: readonly { type: number; name: string }[] = [
  { type: 200, name: 'US/CA Unlimited Calling Plan' },
  { type: 100, name: 'US/CA Metered Calling Plan' },
];
const SPARE_NUMBERS = 12;
const SPARE_DEVICES = 5;
const QUEUE_MEMBERS = 5;
/** One user in five has no phone. */
const hasPhone = (index: number) => index % 5 !== 4;

export const phone = (world: World, people: People): Domain => {
  const { seed, users } = world;
  const sites = SITES.map((name, i) => ({ id: opaqueId(`${seed}/site/${name}`), name, site_code: i + 1 }));
  const siteOf = (id: unknown) => {
    const site = sites.find((each) => each.id === id);
    if (!site) throw refuse.phoneSite(id);
    return site;
  };
  const refOf = ({ id, name }: { id: string; name: string }) => ({ id, name });

  /** What calls changed about phone users, by their Zoom id. */
  const changes = new Map<string, Known>();
  const plans = new Map<string, readonly number[]>();
  const indexOf = (user: User): number | undefined => {
    const index = people.indexOf(user.id);
    return index !== undefined && index < users && hasPhone(index) ? index : undefined;
  };
  const phoneUsers = () => people.withStatus('active').filter((user) => indexOf(user) !== undefined);
  const plansOf = (user: User) => plans.get(user.id) ?? [PLANS[(indexOf(user) ?? 0) % 3 === 0 ? 1 : 0]?.type ?? 0];

  // Numbers: one for each user of the beginning, one for each queue, some to spare. Who holds one is kept apart.
  const numberAt = (i: number) => ({ id: opaqueId(`${seed}/number/${i}`), number: `+1415${5_550_000 + i}` });
  const numbers = Array.from({ length: users + QUEUES.length + SPARE_NUMBERS }, (_, i) => ({ ...numberAt(i), nth: i }));
  const numberById = new Map(numbers.map((each) => [each.id, each]));
  const queueIds = QUEUES.map((name) => opaqueId(`${seed}/queue/${name}`));
  const holders = new Map<string, string>();
  const held = new Map<string, string[]>();
  const give = (number: string, user: string) => {
    holders.set(number, user);
    held.set(user, [...(held.get(user) ?? []), number]);
  };
  for (const { id, nth } of numbers) if (nth < users && hasPhone(nth)) give(id, people.nth(nth).id);
  const queueOfNumber = (nth: number) => (nth >= users ? queueIds[nth - users] : undefined);
  const numbersOf = (user: string) =>
    (held.get(user) ?? []).flatMap((id) => {
      const found = numberById.get(id);
      return found ? [{ id, number: found.number }] : [];
    });

  const extensionOf = (user: User) => Number(changes.get(user.id)?.extension_number ?? 100_000 + (indexOf(user) ?? 0));
  const extensionIdOf = (user: User) => opaqueId(`${seed}/extension/${user.id}`);
  const siteOfUser = (user: User) =>
    siteOf(changes.get(user.id)?.site_id ?? sites[(indexOf(user) ?? 0) % sites.length]?.id);
  const phoneRow = (user: User): Row => {
    const site = siteOfUser(user);
    return {
      key: `phone user/${user.id}`,
      known: merged(
        {
          id: user.id,
          email: user.email,
          name: user.display_name,
          status: 'activate',
          activation_status: 'activated',
          extension_id: extensionIdOf(user),
          site: refOf(site),
          calling_plans: plansOf(user).map((type) => ({
            type,
            name: PLANS.find((plan) => plan.type === type)?.name ?? `Plan ${type}`,
            billing_account_id: undefined,
            billing_account_name: undefined,
          })),
          phone_numbers: numbersOf(user.id),
          department: user.dept ?? '',
        },
        { ...changes.get(user.id), site_id: site.id, extension_number: extensionOf(user) },
      ),
    };
  };
  const find = (ref = ''): User => {
    const user = people.find(ref);
    if (indexOf(user) === undefined) throw refuse.phoneUser(ref);
    return user;
  };

  const assigneeOf = (id: string, nth: number): Known | undefined => {
    const user = people.byId(holders.get(id) ?? '');
    if (user) return { id: user.id, type: 'user', name: user.display_name, extension_number: extensionOf(user) };
    const queue = queueIds.indexOf(queueOfNumber(nth) ?? '');
    return queue < 0
      ? undefined
      : { id: queueIds[queue], type: 'callQueue', name: QUEUES[queue], extension_number: 900_000 + queue };
  };
  const numberRow = ({ id, number, nth }: (typeof numbers)[number]): Row => {
    const user = people.byId(holders.get(id) ?? '');
    const site = user && indexOf(user) !== undefined ? siteOfUser(user) : sites[nth % sites.length];
    return {
      key: `number/${id}`,
      known: {
        id,
        number,
        number_type: 'toll',
        status: 'available',
        source: 'internal',
        capability: ['incoming', 'outgoing'],
        assignee: assigneeOf(id, nth),
        site: site && refOf(site),
        // Only with numbers of the account's own carrier.
        carrier: undefined,
        sip_group: undefined,
        emergency_address: undefined,
        emergency_address_status: undefined,
        emergency_address_update_time: undefined,
      },
    };
  };

  const queueRow = (id: string): Row => {
    const i = queueIds.indexOf(id);
    const site = sites[i % sites.length];
    const staff = phoneUsers();
    const members = Array.from(
      { length: Math.min(QUEUE_MEMBERS, staff.length) },
      (_, n) => staff[(i * QUEUE_MEMBERS + n) % staff.length],
    );
    const unique = [...new Set(members.filter((user) => user !== undefined))];
    return {
      key: `queue/${id}`,
      known: {
        id,
        name: QUEUES[i],
        extension_number: 900_000 + i,
        status: 'active',
        site: site && refOf(site),
        phone_numbers: numbers
          .filter(({ nth }) => queueOfNumber(nth) === id)
          .map(({ id, number }) => ({ id, number, source: 'internal' })),
        members: {
          users: unique.map((user, n) => ({
            id: user.id,
            name: user.display_name,
            extension_id: extensionIdOf(user),
            level: n === 0 ? 'manager' : 'user',
            receive_call: true,
          })),
          common_areas: [],
        },
        policy: { voicemail_access_members: [] },
      },
    };
  };

  const deviceId = (of: string) => opaqueId(`${seed}/device/${of}`);
  const ownersOfDevices = () => phoneUsers().filter((user) => (indexOf(user) ?? 0) % 3 === 0);
  const deviceRow = (id: string, user?: User): Row => {
    const assignee = user && {
      id: user.id,
      extension_type: 'user',
      name: user.display_name,
      extension_number: extensionOf(user),
    };
    const site = user ? siteOfUser(user) : sites[0];
    return {
      key: `device/${id}`,
      known: {
        id,
        device_type: pick(id, ['Poly VVX 450', 'Yealink T54W', 'Cisco 8841']),
        site: site && refOf(site),
        assignee,
        assignees: assignee ? [assignee] : [],
      },
    };
  };
  const spareDevices = Array.from({ length: SPARE_DEVICES }, (_, i) => deviceId(`spare ${i}`));

  let calls: readonly Entry[] | undefined;
  const entries = (): readonly Entry[] => {
    calls ??= callsOf(
      world,
      phoneUsers().map(
        (user): Phone => ({
          user,
          extension: extensionOf(user),
          number: numbersOf(user.id)[0]?.number ?? '',
          site: refOf(siteOfUser(user)),
        }),
      ),
    );
    return calls.filter(({ owner }) => people.byId(owner.user.id) !== undefined);
  };
  const ownerOf = ({ owner: { user, extension } }: Entry) => ({
    id: user.id,
    type: 'user',
    name: user.display_name,
    extension_number: extension,
    extension_status: undefined,
    extension_deleted_time: undefined,
  });
  const logRow = (entry: Entry): Row => ({
    key: `call/${entry.id}`,
    known: {
      ...entry.known,
      id: entry.id,
      user_id: entry.owner.user.id,
      owner: ownerOf(entry),
      site: entry.owner.site,
      department: entry.owner.user.dept ?? '',
      call_end_time: instant(entry.at + entry.duration * SECOND),
      answer_start_time: entry.direction === 'inbound' && entry.duration > 0 ? instant(entry.at) : undefined,
      path: 'extension',
      has_recording: entry.recorded,
      has_voicemail: entry.voicemail,
      recording_id: entry.recorded ? entry.recordingId : undefined,
      recording_type: entry.recorded ? 'Automatic' : undefined,
      accepted_by: undefined,
      forwarded_by: undefined,
      forwarded_to: undefined,
      outgoing_by: undefined,
    },
  });
  const recordingRow = (entry: Entry): Row => ({
    key: `call recording/${entry.recordingId}`,
    known: {
      ...entry.known,
      id: entry.recordingId,
      call_log_id: entry.id,
      owner: ownerOf(entry),
      site: entry.owner.site,
      recording_type: 'Automatic',
      end_time: instant(entry.at + entry.duration * SECOND),
      meeting_uuid: undefined,
      accepted_by: undefined,
      outgoing_by: undefined,
      download_url: `${world.origin()}/rec/download/${Buffer.from(entry.recordingId).toString('base64url')}/phone`,
    },
  });
  const voicemailRow = (entry: Entry): Row => {
    const id = opaqueId(`${seed}/voicemail/${entry.id}`);
    return {
      key: `voicemail/${id}`,
      known: {
        ...entry.known,
        id,
        call_log_id: entry.id,
        duration: 5 + pickInt(id, 90),
        status: pick(id, ['read', 'unread']),
      },
    };
  };
  /** Rows of calls, by the filters that a query may name. */
  const dated = (
    call: Call,
    found: readonly Entry[],
    row: (entry: Entry) => Row,
    filters: Readonly<Record<string, (known: Known) => unknown>>,
  ) => {
    const rows = found
      .map(row)
      .filter(({ known }) =>
        Object.entries(filters).every(([name, of]) => !call.query[name] || String(of(known)) === call.query[name]),
      );
    return { rows: within(rows, 'date_time', call.span) };
  };
  const siteId = ({ site }: Known) => (typeof site === 'object' && site !== null ? Reflect.get(site, 'id') : undefined);
  const missed =
    ({ query }: Call) =>
    (entry: Entry) =>
      query.type !== 'missed' || entry.known.result === 'Missed';

  return (on) => {
    on(api.listPhoneUsers, ({ query }) => {
      const found = phoneUsers().filter(
        (user) =>
          (!query.site_id || siteOfUser(user).id === query.site_id) &&
          (!query.calling_type || plansOf(user).includes(Number(query.calling_type))) &&
          (!query.department || user.dept === query.department) &&
          (!query.status || query.status === 'activate'),
      );
      return { rows: lazily(found, phoneRow) };
    });
    on(api.getPhoneUser, ({ path }) => phoneRow(find(path.userId)));
    on(api.updatePhoneUser, ({ path, body }) => {
      const { id } = find(path.userId);
      const { extension_number, template_id: _template, emergency_address_id, ...rest } = body;
      if (rest.site_id !== undefined) siteOf(rest.site_id);
      if (extension_number !== undefined && !/^\d+$/.test(extension_number))
        throw invalid({ field: 'extension_number', message: 'Invalid field.' });
      const patch: Known = {
        ...rest,
        ...(extension_number !== undefined && { extension_number: Number(extension_number) }),
        ...(emergency_address_id !== undefined && { emergency_address: { id: emergency_address_id } }),
      };
      changes.set(id, merged(changes.get(id) ?? {}, patch));
      return undefined;
    });
    on(api.getPhoneUserSettings, ({ path }) => {
      const user = find(path.userId);
      return {
        key: `phone user/${user.id}/settings`,
        known: { status: 'Active', extension_number: extensionOf(user), company_number: numberAt(users).number },
      };
    });

    on(numbersApi.listPhoneNumbers, ({ query }) => {
      const found = numbers.filter(({ id, number, nth }) => {
        const assignee = assigneeOf(id, nth);
        return (
          (query.type !== 'assigned' || assignee !== undefined) &&
          (query.type !== 'unassigned' || assignee === undefined) &&
          query.type !== 'byoc' &&
          (!query.extension_type || assignee?.type === query.extension_type) &&
          (!query.number_type || query.number_type === 'toll') &&
          (!query.phone_number || number === query.phone_number) &&
          (!query.site_id || siteId(numberRow({ id, number, nth }).known) === query.site_id)
        );
      });
      return { rows: lazily(found, numberRow) };
    });
    on(numbersApi.getPhoneNumber, ({ path }) => {
      const found = numberById.get(path.phoneNumberId ?? '');
      if (!found) throw refuse.phoneNumber(path.phoneNumberId);
      return numberRow(found);
    });
    on(numbersApi.assignPhoneNumbers, ({ path, body }) => {
      const user = find(path.userId);
      const chosen = body.phone_numbers.map((asked) => {
        const found = numbers.find((each) => (asked.id ? each.id === asked.id : each.number === asked.number));
        if (!found) throw refuse.phoneNumber(asked.id ?? asked.number);
        if (assigneeOf(found.id, found.nth)) throw refuse.numberTaken(found.number);
        return found;
      });
      for (const { id } of chosen) give(id, user.id);
      const phone_numbers = chosen.map(({ id, number }) => ({ id, number }));
      return { key: `phone user/${user.id}/numbers`, known: { phone_numbers } };
    });
    on(numbersApi.unassignPhoneNumber, ({ path }) => {
      const user = find(path.userId);
      // Zoom takes the number itself in place of its id, too.
      const found = numbersOf(user.id).find(({ id, number }) => [id, number].includes(path.phoneNumberId ?? ''));
      if (!found) throw refuse.phoneNumber(path.phoneNumberId);
      holders.delete(found.id);
      held.set(
        user.id,
        (held.get(user.id) ?? []).filter((id) => id !== found.id),
      );
      return undefined;
    });

    on(plansApi.listCallingPlans, () => {
      const all = phoneUsers();
      const subscribed = Math.max(10, users);
      const rows = PLANS.map(({ type, name }) => {
        const assigned = all.filter((user) => plansOf(user).includes(type)).length;
        const none = { billing_account_id: undefined, billing_account_name: undefined };
        return {
          key: `plan/${type}`,
          known: { type, name, subscribed, assigned, available: subscribed - assigned, ...none },
        };
      });
      return { rows };
    });
    on(plansApi.assignCallingPlans, ({ path, body }) => {
      const user = find(path.userId);
      const asked = body.calling_plans.map(({ type }) => type);
      const unknown = asked.find((type) => !PLANS.some((plan) => plan.type === type));
      if (unknown !== undefined) throw invalid({ field: 'calling_plans.type', message: `Invalid field: ${unknown}.` });
      plans.set(user.id, [...new Set([...plansOf(user), ...asked])]);
      return undefined;
    });
    on(plansApi.unassignCallingPlan, ({ path }) => {
      const user = find(path.userId);
      const type = Number(path.planType);
      if (!plansOf(user).includes(type)) throw refuse.callingPlan(path.planType);
      plans.set(
        user.id,
        plansOf(user).filter((each) => each !== type),
      );
      return undefined;
    });

    const siteRow = (site: (typeof sites)[number]): Row => ({ key: `site/${site.id}`, known: site });
    on(sitesApi.listPhoneSites, ({ query }) => ({
      rows: sites.filter(({ name }) => name.includes(query.site_name ?? '')).map(siteRow),
    }));
    on(sitesApi.getPhoneSite, ({ path }) => siteRow(siteOf(path.siteId)));

    on(queuesApi.listCallQueues, ({ query }) => ({
      rows: queueIds.map(queueRow).filter(({ known }) => !query.site_id || siteId(known) === query.site_id),
    }));
    on(queuesApi.getCallQueue, ({ path }) => {
      if (!queueIds.includes(path.callQueueId ?? '')) throw refuse.callQueue(path.callQueueId);
      return queueRow(path.callQueueId ?? '');
    });

    on(devicesApi.listPhoneDevices, ({ query }) => {
      if (query.type === 'unassigned') return { rows: lazily(spareDevices, (id) => deviceRow(id)) };
      const found = ownersOfDevices().filter((user) => !query.site_id || siteOfUser(user).id === query.site_id);
      return { rows: lazily(found, (user) => deviceRow(deviceId(user.id), user)) };
    });
    on(devicesApi.getPhoneDevice, ({ path }) => {
      const id = path.deviceId ?? '';
      const owner = ownersOfDevices().find((user) => deviceId(user.id) === id);
      if (!owner && !spareDevices.includes(id)) throw refuse.phoneDevice(id);
      return deviceRow(id, owner);
    });

    on(logs.listCallLogs, (call) =>
      dated(call, entries().filter(missed(call)), logRow, { path: ({ path }) => path, site_id: siteId }),
    );
    on(logs.listUserCallLogs, (call) => {
      const { id } = find(call.path.userId);
      const number = call.query.phone_number;
      const own = entries().filter(
        ({ owner, known }) =>
          owner.user.id === id && (!number || [known.caller_number, known.callee_number].includes(number)),
      );
      return dated(call, own.filter(missed(call)), logRow, {});
    });
    on(recordingsApi.listPhoneRecordings, (call) =>
      dated(
        call,
        entries().filter(({ recorded }) => recorded),
        recordingRow,
        {
          owner_type: () => 'user',
          recording_type: ({ recording_type }) => recording_type,
          site_id: siteId,
        },
      ),
    );
    on(recordingsApi.listUserPhoneRecordings, (call) => {
      const { id } = find(call.path.userId);
      return dated(
        call,
        entries().filter(({ recorded, owner }) => recorded && owner.user.id === id),
        recordingRow,
        {},
      );
    });
    on(voicemailsApi.listUserVoicemails, (call) => {
      const { id } = find(call.path.userId);
      const { status = 'all', trash } = call.query;
      const own = entries().filter(({ voicemail, owner }) => voicemail && owner.user.id === id && trash !== 'true');
      return dated(call, own, voicemailRow, { status: (known) => (status === 'all' ? status : known.status) });
    });
  };
};
