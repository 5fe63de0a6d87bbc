/**
 * The settings that hold for a user, and who locked each: derived from the shapes of the user's settings, of the account's locks and of
 * the groups' locks. What Zoom shows as a user's settings is taken for what holds: a lock of the account or of a group is part of it
 * (docs/zoom.md 8).
 */
import * as z from 'zod';
import { bare, enumOf, id, metaOf, type Shape, shape } from '../../declare/shape.ts';
import { getAccountLockedSettings } from '../accounts/settings/index.ts';
import { getGroupLockedSettings } from './group-locks.ts';
import { getUserSettings } from './user-settings.ts';

type AnyType = z.core.$ZodType;
type Raw = Readonly<Record<string, unknown>>;

const lockedBy = enumOf(
  'SettingLockedBy',
  {
    ACCOUNT: ['account', 'The account locked it for all groups and users.'],
    GROUP: ['group', 'A group of the user locked it for its members.'],
    NOBODY: ['nobody', 'It is not locked: the user can change it.'],
  },
  'Who locked a setting.',
);
/** Names a group, as which it is shown. */
export const LockingGroup = shape('LockingGroup', { id: id('The identifier of the group.') }, 'A group with a lock.');

/** Where a part of a user's settings stands in the answers of Zoom. */
interface Part {
  /** The option with which users tell it. */
  readonly option?: string;
  /** The section of the locks, and the option with which the account and groups tell that. */
  readonly locks: string;
  readonly locksOption?: string;
}
const meetingSecurity = { option: 'meeting_security', locks: 'meeting_security', locksOption: 'meeting_security' };
/** What users are licensed for is no setting; all else is. Without a part a section is told without an option, by its own name. */
const PARTS: Readonly<Record<string, Partial<Part>>> = {
  audio_conferencing: {},
  email_notification: {},
  in_meeting: {},
  profile: {},
  recording: {},
  schedule_meeting: {},
  telephony: {},
  tsp: {},
  whiteboard: {},
  meeting_security: meetingSecurity,
  meeting_authentication: { option: 'meeting_authentication', locks: 'schedule_meeting' },
  recording_authentication: { option: 'recording_authentication', locks: 'recording' },
};

/** Locks that have another name than the setting. */
const OTHER_NAMES: Readonly<Record<string, string>> = { participants_video: 'participant_video' };
const lockOf = (setting: string): string => OTHER_NAMES[setting] ?? setting;

const shapeIn = (type: AnyType | undefined): Shape | undefined => {
  const within = type && bare(type);
  return within instanceof z.ZodObject ? within : undefined;
};
const locksIn = ({ of }: { readonly of?: Shape }, section: string): readonly string[] =>
  Object.keys(shapeIn(of?.shape[section])?.shape ?? {});

/** The type of a value, in words: `Boolean`, or the name of an enum or an object. */
const nameOf = (type: AnyType): string => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return `${nameOf(within.element as AnyType)}List`;
  const { name, enumValues, kind = 'json', separator, sensitive } = metaOf(type);
  const known = (enumValues?.name ?? name)?.replace(/^UserSettings/, '');
  const leaf = kind === 'bool' ? 'Boolean' : kind.charAt(0).toUpperCase() + kind.slice(1);
  return known ?? (separator ? 'StringList' : sensitive ? 'Secret' : leaf);
};

/** What is said of the key that has a type, and not of its value. */
const ofKey = { deprecationReason: undefined, as: undefined, formerly: undefined };
/** One setting: its value, and who locked it. */
const settingOf = (type: AnyType): Shape =>
  shape(
    `Effective${nameOf(type)}`,
    {
      value: z.optional(type).meta({ ...ofKey, description: 'The value that holds for the user.' }),
      locked_by: lockedBy.describe('Who locked the setting; null where Zoom says nothing of a lock on it.'),
      locked_by_group: z
        .optional(LockingGroup)
        .meta({ description: 'The group that locked it, where no lock of the account holds.' }),
    },
    'A setting: the value that holds for a user, and who locked it.',
  );
/** An object is one setting where it has one lock, and as many as it has fields where these have locks of their own. */
const isOne = (type: AnyType, key: string, locks: ReadonlySet<string>): boolean => {
  const of = shapeIn(type);
  return !of || locks.has(lockOf(key)) || !Object.keys(of.shape).some((inner) => locks.has(lockOf(inner)));
};

/** What is shown of a setting or a section, and how it is made of what Zoom answers. */
interface Effective {
  readonly of: Shape;
  show(value: unknown, lock: (name: string) => object): Raw;
}
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const effective = (type: AnyType, key: string, locks: ReadonlySet<string>, isSection: boolean): Effective => {
  const of = shapeIn(type);
  if (!of || (!isSection && isOne(type, key, locks)))
    return { of: settingOf(type), show: (value, lock) => ({ value, ...lock(lockOf(key)) }) };
  const inner = Object.entries(of.shape).map(([name, one]) => [name, effective(one, name, locks, false)] as const);
  const fields = inner.map(([name, one]) => {
    const { description, deprecationReason, as, formerly } = metaOf(of.shape[name]);
    return [name, z.optional(one.of).meta({ description, deprecationReason, as, formerly })] as const;
  });
  return {
    of: shape(`Effective${nameOf(type)}`, Object.fromEntries(fields), metaOf(type).description),
    show: (value, lock) =>
      Object.fromEntries(inner.map(([name, one]) => [name, one.show(isRaw(value) ? value[name] : undefined, lock)])),
  };
};

/** A part of the settings that hold for a user. */
export interface EffectivePart extends Part, Effective {
  readonly key: string;
  /** What it says, in the words of the user's settings. */
  readonly description: string;
}
export const EFFECTIVE_PARTS: readonly EffectivePart[] = Object.entries(PARTS).map(([key, part]) => {
  const type = getUserSettings.of?.shape[key as 'in_meeting'] as AnyType;
  const locks = part.locks ?? key;
  const known = new Set([...locksIn(getAccountLockedSettings, locks), ...locksIn(getGroupLockedSettings, locks)]);
  return { ...part, key, locks, description: metaOf(type).description ?? '', ...effective(type, key, known, true) };
});

/** The locks of an account or of a group, as Zoom answered. */
export type Locks = Raw;
export interface GroupLocks {
  readonly id: string;
  readonly locks: Locks;
}
/**
 * Who locked a setting. Where the account and a group both did, it is the account that counts; any group of a user locks, not the primary
 * one alone. Where Zoom tells something else than a flag, it is not known whether that is a lock.
 */
const lockIn =
  ({ locks }: Part, account: Locks, groups: readonly GroupLocks[]) =>
  (name: string): object => {
    const flagIn = (all: Locks): unknown => (isRaw(all[locks]) ? all[locks][name] : undefined) ?? undefined;
    if (flagIn(account) === true) return { locked_by: 'account' };
    const group = groups.find((one) => flagIn(one.locks) === true);
    if (group) return { locked_by: 'group', locked_by_group: { id: group.id } };
    const told = [account, ...groups.map((one) => one.locks)].map(flagIn).filter((flag) => flag !== undefined);
    return told.length > 0 && told.every((flag) => flag === false) ? { locked_by: 'nobody' } : {};
  };

/** What holds of a part of a user's settings, of what Zoom answered of these, and of the locks. */
export const effectiveIn = (
  part: EffectivePart,
  settings: Raw,
  locks: { readonly account: Locks; readonly groups: readonly GroupLocks[] },
): Raw => part.show(settings[part.key], lockIn(part, locks.account, locks.groups));
