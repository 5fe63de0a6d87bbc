/** Webinars, scheduled and live: those of the beginning derived from their number, the others kept. */
import * as api from '../../../zoom/api/webinars/webinars.ts';
import { type Account, type Call, refuse } from '../../call.ts';
import { type Resource, resource } from '../../resource.ts';
import { occurrencesOf } from '../../seed/occurrences.ts';
import { BASIC, type User } from '../../seed/people.ts';
import * as slots from '../../seed/webinars.ts';
import type { Known } from '../../seeded.ts';
import { hold, hostedAt, instancesOf, type Scheduled } from '../meetings/instances.ts';
import { checkSeries, hostOf, newlyScheduled, own, scheduleOf } from '../meetings/schedule.ts';
import { peopleIn, users } from '../users/people.ts';

export type Webinar = Scheduled;
const { written, read, deleteOccurrence, transfer } = scheduleOf<Webinar>(() => webinars, refuse.webinar);
export const transferWebinars = transfer;

/** Since when a webinar is under way: from its time on until a call ends it. Zoom shows no status. */
export const underWaySince = (account: Account, webinar: Webinar): number | undefined => {
  const now = account.clock.now();
  const starts = occurrencesOf(webinar)?.flatMap(({ status, start_time }) =>
    status === 'deleted' ? [] : [start_time],
  );
  const begun = (starts ?? [webinar.start_time]).map((start) => Date.parse(String(start))).filter((at) => at <= now);
  const latest = begun.at(-1);
  const isOver = latest === undefined || instancesOf(account, webinar.id).some(({ start }) => start >= latest);
  return isOver ? undefined : latest;
};
export const end = (webinar: Webinar, { account }: Pick<Call, 'account'>): Known => {
  const since = underWaySince(account, webinar);
  return since === undefined ? {} : { uuid: hold(account, webinar, since) };
};

const defaults = newlyScheduled({
  common: slots.commonWebinar,
  topic: 'Zoom Webinar',
  usual: slots.SCHEDULED,
  more: (type) => (type === slots.RECURRING_NO_FIXED_TIME ? { start_time: undefined } : {}),
});

/** By their numbers; one whose host is gone is gone with the host. */
export const webinars: Resource<Webinar, User> = resource<Webinar, User>(api.getWebinar, {
  name: 'webinar',
  derive: (key, account) => {
    const slot = hostedAt(account, Number(key));
    return slot && slots.isWebinarSlot(slot) ? slots.begunWebinar(account, Number(key), slot) : undefined;
  },
  owned: {
    at: api.listWebinars,
    of: users.at,
    by: 'host_id',
    ids: (account, host) => own(account, host, slots.WEBINARS).map(String),
  },
  where: {
    type: ({ start_time }, asked, { now }) =>
      asked !== 'upcoming' || start_time === undefined || Date.parse(String(start_time)) > now,
  },
  defaults,
  unread: ['schedule_for', 'template_id', 'default_passcode', 'settings.notify_registrants'],
  written,
  check: checkSeries,
  refuse: {
    missing: refuse.webinar,
    found: ({ host_id }, account) => !peopleIn(account).get(String(host_id)) && refuse.user(host_id),
    create: (call, named) => hostOf(call, named).type === BASIC && refuse.unlicensed(),
  },
  shown: (webinar) => ({ occurrences: occurrencesOf(webinar) }),
  actions: { end },
  on: (on) => {
    on(api.getWebinar, (call, { thing }) => read(call, thing));
    on(api.deleteWebinar, ({ account, query }, { thing, usual }) =>
      query.occurrence_id ? deleteOccurrence(account, thing, query.occurrence_id) : usual(),
    );
  },
});
