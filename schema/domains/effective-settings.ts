/** The settings that hold for a user, and who locked them. */
import { partFor } from '../../resolvers/call-for.ts';
import { effectivePart, queryOf } from '../../resolvers/domains/effective-settings.ts';
import type { Entity } from '../../resolvers/entity.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { FieldPlan } from '../../src/engine/executor/types.ts';
import { once } from '../../src/engine/once.ts';
import { getAccountLockedSettings } from '../../src/zoom/api/accounts/settings/index.ts';
import { EFFECTIVE_PARTS, LockingGroup } from '../../src/zoom/api/users/effective-settings.ts';
import { getGroupLockedSettings } from '../../src/zoom/api/users/group-locks.ts';
import { Group } from '../../src/zoom/api/users/groups.entities.ts';
import { getUserSettings } from '../../src/zoom/api/users/user-settings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import { refOf, showAsRef } from '../fields/entity.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import { below } from '../plan/selection.ts';
import type { Domain } from '../types/builder.ts';
import { restOf } from '../types/rest.ts';
import { fieldName, objectOf } from '../types/shape.ts';

/** An account has no more groups than that (docs/zoom.md 2.2). */
const MOST_GROUPS = 5000;
/** In how many groups a user is likely to be at most. */
const LIKELY_GROUPS = 10;

/** Whether a field of one of these names is selected, however deep. */
const selectingDeep = (names: readonly string[]) => {
  const isSelected = once((plan: FieldPlan): boolean =>
    (below(plan)?.fields ?? []).some((one) => names.includes(one.field.name) || isSelected(one)),
  );
  return isSelected;
};
const showsValues = selectingDeep(['value']);
const showsLocks = selectingDeep(['lockedBy', 'lockedByGroup']);

export const effectiveSettingsDomain: Domain = (builder) => {
  showAsRef(builder, LockingGroup, Group);

  const costOf =
    ({ option, locksOption }: (typeof EFFECTIVE_PARTS)[number]) =>
    ({ parents, plan }: CostContext): Cost => {
      const users = parents.parent ?? parents;
      const { id, count } = users;
      const asks = (one: string | undefined) => [queryOf(one), undefined];
      const groups = { id: `groups of ${id}`, count: Math.min(count * LIKELY_GROUPS, MOST_GROUPS) };
      const values = { endpoint: getUserSettings, each: 1, callers: users, query: asks(option) };
      const locks = [
        { endpoint: getAccountLockedSettings, each: 1, callers: parents.accounts, query: asks(locksOption) },
        { endpoint: getGroupLockedSettings, each: 1, callers: groups, query: asks(locksOption), isEstimated: true },
      ];
      return {
        calls: [...(showsValues(plan) ? [values] : []), ...(showsLocks(plan) ? locks : [])],
        loads: showsLocks(plan) ? [{ ...users, fields: ['group_ids'] }] : [],
      };
    };

  const Settings = builder.objectRef<{ readonly user: Entity<Of<typeof User.shape>> }>('EffectiveSettings');
  Settings.implement({
    description: 'The settings that hold for a user, and who locked each.',
    fields: (t) =>
      Object.fromEntries(
        EFFECTIVE_PARTS.map((part) => [
          fieldName(part.key),
          t.field({
            type: objectOf(builder, part.of),
            nullable: true,
            description: part.description,
            directives: restOf(getUserSettings, getAccountLockedSettings, getGroupLockedSettings),
            extensions: { composes: true, givesPart: true, cost: costOf(part) },
            resolve: async (settings, _, { store }, info) => {
              const plan = planIn(info);
              const asked = { values: showsValues(plan), locks: showsLocks(plan) };
              const shown = await effectivePart(store, settings.user, part, asked);
              return partFor(store, settings, shown, info.fieldName);
            },
          }),
        ]),
      ),
  });

  builder.objectField(refOf(builder, User), 'effectiveSettings', (t) =>
    t.field({
      type: Settings,
      description:
        'The settings that hold for the user, and for each whether the account or a group of the user locked it. Only what is selected is read.',
      extensions: { fetches: true, composes: true, givesPart: true },
      resolve: (user, _, { store }, { fieldName }) => partFor(store, user, { user }, fieldName),
    }),
  );
};
