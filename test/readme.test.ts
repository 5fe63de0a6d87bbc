/** What the README says is so: its settings, its examples, its links, its code. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIRST_SETTINGS, settingsTable } from '../src/server/config.ts';
import { errorCodesTable } from '../src/server/error-codes.ts';
import { costIn } from './cost.ts';
import { startWorld } from './world.ts';

const [readme = '', cost = ''] = ['README.md', 'docs/cost.md'].map((path) => readFileSync(path, 'utf8'));
const blocks = (language: string, page = readme) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 'gs'))].map(([, text = '']) => text);
const examples = {
  'users-and-meetings': undefined,
  'create-meeting': { userId: 'me', topic: 'Planning', type: 'SCHEDULED' },
};

test('the table of settings is the one that the settings give, and docs/settings.md has them all', () => {
  expect(readme).toContain(settingsTable(FIRST_SETTINGS));
  expect(readFileSync('docs/settings.md', 'utf8')).toContain(settingsTable());
});

test('the table of error codes is the one that the code goes by', () => {
  expect(readFileSync('docs/errors.md', 'utf8')).toContain(errorCodesTable());
});

test('the queries are the examples, and cost what is said', async () => {
  const world = await startWorld();
  try {
    const said = blocks('json').map((text) => /"calls": (\d+)/.exec(text)?.[1]);
    for (const [nth, [name, input]] of Object.entries(examples).entries()) {
      const query = readFileSync(`examples/${name}.graphql`, 'utf8')
        .replace(/^(#.*\n)+/, '')
        .trim();
      expect(blocks('graphql')[nth]).toBe(query);
      const { errors, extensions } = await world.run(query, input && { input });
      expect(errors).toBeUndefined();
      expect(String(extensions?.zoom?.calls)).toBe(said[nth]);
    }
  } finally {
    await world.close();
  }
});

test('the cost of the first query is the one that is shown', async () => {
  const world = await startWorld();
  try {
    const query = blocks('graphql')[0] ?? '';
    const dry = costIn(await world.ask(query, { dryRun: true }));
    const shown = blocks('json', cost).find((text) => text.includes('"dryRun"')) ?? '';
    expect(shown).toContain(`"calls": ${dry?.calls},`);
    for (const { path, limit, calls } of dry?.operations ?? [])
      expect(shown).toContain(`"path": "${path}", "limit": "${limit}", "calls": ${calls}`);
  } finally {
    await world.close();
  }
});

test.each([...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path))(
  'the link to %s leads somewhere',
  (path) => {
    expect(existsSync(path)).toBe(true);
  },
);
