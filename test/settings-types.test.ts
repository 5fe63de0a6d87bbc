/** What the settings of accounts, groups and users have in common is one type with one name; where they differ, an interface has what is alike. */
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';

/** The types of settings, and of what stands in them. */
const settingsTypes = (): GraphQLObjectType[] => {
  const owners = ['Account', 'Group', 'User'].map((name) => schema.getType(name) as GraphQLObjectType);
  const open = owners.flatMap((owner) =>
    Object.values(owner.getFields()).flatMap(({ name, type }) => {
      const named = getNamedType(type);
      return /settings|locked|authentication/i.test(name) && isObjectType(named) ? [named] : [];
    }),
  );
  const found = new Set(open);
  for (const type of found)
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      // What has an identity is no setting.
      if (isObjectType(named) && !named.getInterfaces().some(({ name }) => name === 'Node')) found.add(named);
    }
  return [...found];
};
/** The fields of a type but for what all have: an id by where it stands, and words that are not known. */
const leavesOf = (type: GraphQLObjectType): readonly string[] =>
  Object.values(type.getFields())
    .filter(({ name }) => name !== 'id' && name !== 'unrecognized')
    .map(({ name, type: of }) => `${name}: ${of}`)
    .sort();

/** The same names for what is not the same: one of two tells what is secret, one of countries and the other of languages. */
const HOMONYMS = [
  ['EffectiveSecret', 'EffectiveString'],
  ['AccountSettingsCountry', 'AccountSettingsLanguage'],
];

test('no two types of settings have the same leaves', () => {
  const types = settingsTypes();
  expect(types.length).toBeGreaterThan(120);
  const byLeaves = new Map<string, string[]>();
  for (const type of types) {
    const leaves = leavesOf(type).join(', ');
    byLeaves.set(leaves, [...(byLeaves.get(leaves) ?? []), type.name].sort());
  }
  expect([...byLeaves.values()].filter((names) => names.length > 1)).toEqual(HOMONYMS);
});

test('sections of one name that differ, and have more than three leaves alike, have an interface with what is alike', () => {
  const sections = new Map<string, Set<GraphQLObjectType>>();
  for (const owner of ['AccountSettings', 'GroupSettings', 'UserSettings']) {
    for (const { name, type } of Object.values((schema.getType(owner) as GraphQLObjectType).getFields())) {
      const named = getNamedType(type);
      if (isObjectType(named)) sections.set(name, (sections.get(name) ?? new Set()).add(named));
    }
  }
  const several = [...sections].filter(([, types]) => types.size > 1);
  expect(several.length).toBeGreaterThan(3);
  for (const [name, types] of several) {
    const [first, ...others] = [...types];
    const shared = first?.getInterfaces().filter((one) => others.every((type) => type.getInterfaces().includes(one)));
    const alike = leavesOf(first as GraphQLObjectType).filter((leaf) =>
      others.every((type) => leavesOf(type).includes(leaf)),
    );
    // Of less no fragment is worth its name.
    if (alike.length <= 3) continue;
    expect(shared, name).toHaveLength(1);
    expect(shared?.[0] && Object.keys(shared[0].getFields()).length, name).toBeGreaterThanOrEqual(alike.length);
  }
});
