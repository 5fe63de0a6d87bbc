/** Who schedules for whom. At the beginning every third user has the next one as an assistant. */
import * as api from '../../../zoom/api/users/assistants.ts';
import { type Account, operations, refuse, row } from '../../call.ts';
import { members } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { peopleIn, users, withStatus } from './people.ts';

/** An assistant of a user, and what is said of that. */
interface Assistant extends User {
  can_manage_host_private_event?: boolean;
}
const kept = (): Map<string, readonly Assistant[]> => new Map();
const assistantsOf = (account: Account, { id, index = 1 }: User): readonly Assistant[] => {
  const isNext = (user: User) => user.index === index + 1 && index % 3 === 0;
  return account.of(kept).get(id) ?? withStatus(account, 'active').filter(isNext);
};
const keep = (account: Account, { id }: User, all: readonly Assistant[]) => account.of(kept).set(id, all);
const isOther =
  ({ id }: User) =>
  (user: User) =>
    user.id !== id;
const schedulersOf = (account: Account, user: User): readonly User[] =>
  withStatus(account, 'active').filter((one) => !assistantsOf(account, one).every(isOther(user)));
const removeFrom = (account: Account, of: User, user: User) =>
  keep(account, of, assistantsOf(account, of).filter(isOther(user)));

export const assistants = members<User, Assistant>(api.listAssistants, users.at, {
  all: (user, account) => assistantsOf(account, user),
  row: (assistant) => row(`user/${assistant.id}`, assistant),
  find: ({ id, email, ...said }, account) => {
    const user = peopleIn(account).find(id ?? email);
    return { ...user, ...said };
  },
  has: ({ id }, user, account) => assistantsOf(account, user).some((one) => one.id === id),
  add: (assistant, user, account) => {
    keep(account, user, [...assistantsOf(account, user).filter(isOther(assistant)), assistant]);
  },
  remove: (assistant, user, account) => {
    removeFrom(account, user, assistant);
  },
  refuse: (assistant, user, _, how) => how === 'add' && assistant.id === user.id && refuse.ownAssistant(),
  missing: refuse.user,
});

export const schedulers = members<User, User>(api.listSchedulers, users.at, {
  all: (user, account) => schedulersOf(account, user),
  row: (user) => row(`user/${user.id}`, user),
  find: ({ id }, account) => peopleIn(account).find(id),
  has: (scheduler, user, account) => !schedulersOf(account, user).every(isOther(scheduler)),
  // Zoom lets nobody add one: the other has to add the user as an assistant.
  add: () => undefined,
  remove: (scheduler, user, account) => {
    removeFrom(account, scheduler, user);
  },
  missing: refuse.user,
});

export const allAtOnce = operations((on) => {
  on(api.removeAssistants, (call) => {
    keep(call.account, users.at(call), []);
    return undefined;
  });
  on(api.removeSchedulers, (call) => {
    const user = users.at(call);
    for (const scheduler of schedulersOf(call.account, user)) removeFrom(call.account, scheduler, user);
    return undefined;
  });
});
