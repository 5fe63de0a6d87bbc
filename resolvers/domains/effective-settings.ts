/** The settings that hold for a user: read from those of the user, and from what the account and the user's groups have locked. */
import { getAccountLockedSettings } from '../../src/zoom/api/accounts/settings/index.ts';
import { type EffectivePart, effectiveIn, type GroupLocks } from '../../src/zoom/api/users/effective-settings.ts';
import { getGroupLockedSettings } from '../../src/zoom/api/users/group-locks.ts';
import { getUserSettings } from '../../src/zoom/api/users/user-settings.ts';
import type { User } from '../../src/zoom/api/users/users.ts';
import type { Args, Endpoint } from '../../src/zoom/declare/endpoint.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import { forAccount, ownAccount, type Params } from '../account-scope.ts';
import { callFor } from '../call-for.ts';
import type { Entity } from '../entity.ts';
import type { Store } from '../store.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What of a part is asked for. */
export interface Asked {
  readonly values: boolean;
  readonly locks: boolean;
}

/** The query of a view; fields that show it alone ask for the same, so that together they are one call. */
export const queryOf = (option: string | undefined): Raw => (option === undefined ? {} : { option });

export const effectivePart = async (
  store: Store,
  user: Entity<Of<typeof User>>,
  part: EffectivePart,
  asked: Asked,
): Promise<Raw> => {
  // Where one of these is not offered, nothing is read in vain.
  for (const endpoint of [...(asked.values ? [getUserSettings] : []), ...(asked.locks ? [getGroupLockedSettings] : [])])
    forAccount<Endpoint>(endpoint, callFor(store, endpoint, user, { path: {} }).path);
  const read = (endpoint: Endpoint, option: string | undefined, path?: Params) =>
    store.read<Endpoint>(
      endpoint,
      callFor(store, endpoint, user, { path, query: queryOf(option) }) as Args<Endpoint>,
    ) as Promise<Raw>;
  const groupLocks = async (): Promise<GroupLocks[]> => {
    if (!user.has('group_ids')) await store.load(user, ['group_ids']);
    const ids = user.get('group_ids') ?? [];
    return Promise.all(
      ids.map(async (id) => ({ id, locks: await read(getGroupLockedSettings, part.locksOption, { groupId: id }) })),
    );
  };
  const [settings, account, groups] = await Promise.all([
    asked.values ? read(getUserSettings, part.option) : {},
    asked.locks ? read(getAccountLockedSettings, part.locksOption, ownAccount) : {},
    asked.locks ? groupLocks() : [],
  ]);
  return effectiveIn(part, settings, { account, groups });
};
