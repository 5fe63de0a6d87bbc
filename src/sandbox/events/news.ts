/** The news of the account: what its operations tell by the rules, as Zoom writes it, for whoever takes it. */
import { type Endpoint, nameOf } from '../../zoom/declare/endpoint.ts';
import type { Account, Call } from '../call.ts';
import type { Clock } from '../clock.ts';
import { peopleIn } from '../domains/users/people.ts';
import type { Watch } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import type { Known } from '../seeded.ts';
import * as chat from './chat.ts';
import * as meetings from './meetings.ts';
import * as people from './people.ts';
import * as recordings from './recordings.ts';
import type { Rule, Told } from './rule.ts';

/** The JSON of an event (docs/zoom.md 6.0.1). */
export interface EventBody {
  readonly event: string;
  readonly event_ts: number;
  readonly payload: Known;
  readonly download_token?: string;
}

export interface News {
  /** All that was told, in order. */
  readonly told: EventBody[];
  readonly watch: Watch;
  tell(account: Account, told: Told): EventBody;
}

/** What happens in meetings and on phones has nobody who did it; all else was done by the owner, whose app calls. */
const UNASKED =
  /^(phone|information_barriers)\.|^(meeting|webinar)\.(started|ended|participant_|registration_created)|^recording\.(completed|registration_created|started|stopped|paused|resumed)/;

const rules = new Map<string, Rule[]>();
for (const rule of [...meetings.rules, ...recordings.rules, ...people.rules, ...chat.rules]) {
  const at = nameOf(rule.on);
  rules.set(at, [...(rules.get(at) ?? []), rule]);
}
/** The operations that tell something. */
export const telling: readonly Endpoint[] = [...rules.values()].flatMap(([rule]) => (rule ? [rule.on] : []));

/** `deliver` gets each event as soon as it has happened. */
export const newsOf = (clock: Clock, deliver: (event: EventBody) => void): News => {
  const told: EventBody[] = [];
  let latest = 0;
  const tell = (account: Account, { event, object, beside, downloadToken }: Told): EventBody => {
    // No two events have the same time: a clock that stands still would make doubles of them.
    latest = Math.max(clock.now(), latest + 1);
    const owner = peopleIn(account).find('me');
    const body = {
      event,
      event_ts: latest,
      payload: {
        account_id: account.accountId,
        ...(!UNASKED.test(event) && { operator: owner.email, operator_id: owner.id }),
        object,
        ...beside,
        ...(beside?.old_object !== undefined && { time_stamp: latest }),
      },
      ...(downloadToken && { download_token: downloadToken }),
    };
    const plain: EventBody = JSON.parse(JSON.stringify(body));
    told.push(plain);
    deliver(plain);
    return plain;
  };
  return {
    told,
    tell,
    watch: (call) => {
      const watched = (rules.get(nameOf(call.endpoint)) ?? []).flatMap((rule) => looked(rule, call));
      if (watched.length === 0) return undefined;
      return (result) => {
        for (const after of watched) for (const one of after(result)) tell(call.account, one);
      };
    },
  };
};

/** What is not there, or may not be changed, the call itself refuses. */
const looked = (rule: Rule, call: Call): ReturnType<Rule['watch']>[] => {
  try {
    return [rule.watch(call)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
