/** GraphiQL in a real Chromium that can reach nothing but the gateway. */
import { type Browser, chromium, type Locator, type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { examples } from '../../src/server/examples.ts';
import { type Running, start } from '../../src/server/server.ts';
import { pictureOf } from '../picture.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((what) => `--disable-${what}`);
const TABS = [
  'UsersAndMeetings',
  'UsersPageByPage',
  'IdleUsers',
  'FindPhoneUsers',
  'RecordingsOfLastMonth',
  'RecordingLinks',
  'Transcripts',
  'PhoneCalls',
  'CreateMeeting',
  'RateLimit',
];

let running: Running;
let browser: Browser;
let visit: Visit;
/** Where the pages wanted to go besides the gateway, and what went wrong in them. */
const strayed: string[] = [];
const failures: string[] = [];

beforeAll(async () => {
  running = await start(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--no-first-run', ...QUIET] });
  visit = await open();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop(0);
});

interface Answer {
  data: Record<string, unknown> | null;
  errors?: unknown;
  extensions: unknown;
}
interface Visit {
  readonly page: Page;
  /** The answers that the page got, by operation. */
  readonly answers: Map<string, Answer>;
}

/** Opens GraphiQL as one does who was never there, perhaps by a link. */
const open = async (path = '/'): Promise<Visit> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const answers = new Map<string, Answer>();
  const keep = async (response: Response) => {
    const name = /(?:query|mutation) (\w+)/.exec(response.request().postData() ?? '')?.[1];
    if (name) answers.set(name, await response.json());
  };
  page.setDefaultTimeout(20_000);
  page.on('response', (response) => {
    // What is still on its way when a page is closed, nobody waits for.
    keep(response).catch((error: Error) => page.isClosed() || failures.push(error.message));
  });
  page.on('pageerror', (error) => failures.push(error.message));
  await page.route(
    ({ hostname, protocol }) => hostname !== '127.0.0.1' && /^(http|ws)s?:$/.test(protocol),
    (route) => {
      strayed.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(new URL(path, running.url).href);
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  return { page, answers };
};

/** Presses the mouse in the middle of what is seen there, wherever it may go then. */
const press = async (seen: Locator) => {
  await seen.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await seen.boundingBox()) ?? expect.fail('It is not to be seen.');
  const { mouse } = seen.page();
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  await mouse.up();
};

/** Presses the button until the operation runs: just after a change of tab GraphiQL has not read the new one yet. */
const execute = ({ page, answers }: Visit, name: string): Promise<Answer> =>
  vi.waitFor(
    async () => {
      const known = answers.get(name);
      if (known) return known;
      await page.getByRole('button', { name: 'Execute query' }).click();
      throw new Error(`${name} has not been answered yet.`);
    },
    { timeout: 20_000, interval: 500 },
  );

test('the root leads to the examples, a tab each', async () => {
  const { page } = visit;
  expect(page.url()).toBe(running.url);
  expect(await page.locator('.graphiql-tab-button').allTextContents()).toEqual(TABS);
  expect(examples()).toHaveLength(TABS.length);
});

test('the button runs a query, and the page shows its result', async () => {
  await execute(visit, 'UsersAndMeetings');
  const result = visit.page.locator('.result-window');
  await result.getByText('"displayName"').first().waitFor();
  expect(await result.textContent()).toContain('"users"');
});

test.each(TABS)('the first click on %s opens it, and it runs without an error', async (name) => {
  const first = await open();
  await press(first.page.locator('.graphiql-tab-button', { hasText: name }));
  await first.page.locator('[role=tab][aria-selected=true]', { hasText: name }).waitFor();
  const { data, errors, extensions } = await execute(first, name);
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).not.toContain(null);
  expect(extensions).toMatchObject({ zoom: { calls: expect.any(Number) } });
  await first.page.context().close();
});

test('what the last query cost is in sight', async () => {
  const { page } = await open();
  const cost = page.getByRole('status', { name: 'Cost of the last query' });
  await press(page.getByRole('button', { name: 'Execute query' }));
  // The roles may be known from another page.
  await cost.getByText(/^1[12] calls \(1[12] MEDIUM\) in \d+\.\d s/).waitFor();
  const { y = 0, height = 0 } = (await cost.boundingBox()) ?? {};
  expect(y + height).toBeLessThanOrEqual(await page.evaluate(() => window.innerHeight));
  await page.context().close();
});

test('switches make dry runs and traces of what is executed, one or none at a time', async () => {
  const first = await open();
  const { page } = first;
  const [dryRun, trace] = ['Dry run', 'Trace'].map((name) => page.getByRole('button', { name, exact: true }));
  const cost = page.getByRole('status', { name: 'Cost of the last query' });
  await press(dryRun!);
  const dry = await execute(first, 'UsersAndMeetings');
  expect(dry.data).toBeNull();
  // What it would wait depends on what the other pages have used up.
  const { seconds } = (dry.extensions as { zoom: { dryRun: { seconds: number } } }).zoom.dryRun;
  const costs = `Dry run: 12 calls (12 MEDIUM, 1 LIGHT) at most, Zoom’s limits delay them by ${seconds} s.`;
  await cost.getByText(costs).waitFor();
  await press(trace!);
  expect(await dryRun!.getAttribute('aria-pressed')).toBe('false');
  first.answers.clear();
  const traced = await execute(first, 'UsersAndMeetings');
  expect(traced.extensions).toMatchObject({ zoom: { trace: expect.arrayContaining([expect.anything()]) } });
  await press(trace!);
  first.answers.clear();
  const { data, extensions } = await execute(first, 'UsersAndMeetings');
  expect(data).not.toBeNull();
  expect(extensions).not.toHaveProperty('zoom.trace');
  await page.context().close();
});

const tabsOf = (page: Page) => page.locator('.graphiql-tab-button').allTextContents();
const activeTab = (page: Page) => page.locator('[role=tab][aria-selected=true] .graphiql-tab-button').textContent();
const linkTo = (query: string, variables?: object) =>
  `/graphql?${new URLSearchParams({ query, ...(variables && { variables: JSON.stringify(variables) }) })}`;

test('a link with a query has a tab of its own beside the examples, and one only, however often it is followed', async () => {
  const { page } = await open(linkTo('{ me { email } }'));
  const follow = async (path: string) => {
    await page.goto(new URL(path, running.url).href);
    await page.getByRole('button', { name: 'Execute query' }).waitFor();
  };
  expect(await tabsOf(page)).toEqual([...TABS, '<untitled>']);
  expect(await activeTab(page)).toBe('<untitled>');
  // The variables seen last are those of another tab.
  await press(page.locator('.graphiql-tab-button', { hasText: 'CreateMeeting' }));
  await page.locator('[role=tab][aria-selected=true]', { hasText: 'CreateMeeting' }).waitFor();
  await page.locator('.graphiql-editor-tool').getByText('"topic"').waitFor();
  await vi.waitUntil(() => page.evaluate(() => localStorage.getItem('graphiql:variables')?.includes('topic')));
  const NAMED = 'query Mine($first: Int) { me { meetings(first: $first) { nodes { topic } } } }';
  for (const path of [
    linkTo('{ me { email } }'),
    linkTo(NAMED, { first: 2 }),
    linkTo('{ me { email } }'),
    linkTo(NAMED),
  ])
    await follow(path);
  expect(await tabsOf(page)).toEqual([...TABS, '<untitled>', 'Mine']);
  expect(await activeTab(page)).toBe('Mine');
  await page.locator('.graphiql-editor-tool').getByText('"first":2').waitFor();
  await page.context().close();
});

const UPLOADS = [
  [
    '$input.file',
    'mutation Upload($input: UploadAccountVirtualBackgroundsInput!) { uploadAccountVirtualBackgrounds(input: $input) { name } }',
    { input: { accountId: 'me' } },
    { uploadAccountVirtualBackgrounds: { name: 'hill.png' } },
  ],
  [
    '$file',
    'mutation Upload($file: File!) { uploadUserPicture(input: { userId: "me", picFile: $file }) { user { zoomId } } }',
    {},
    { uploadUserPicture: { user: { zoomId: expect.any(String) } } },
  ],
] as const;
test.each(UPLOADS)(
  'an operation that takes a file as %s asks for it, and sends it',
  async (label, query, variables, data) => {
    const { page, answers } = await open(linkTo(query, variables));
    const execute = page.getByRole('button', { name: 'Execute query' });
    const dialog = page.getByRole('dialog', { name: 'Files' });
    await press(execute);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.result-window').getByText('No file was chosen').waitFor();
    expect([...answers.keys()]).not.toContain('Upload');

    await press(execute);
    const buffer = Buffer.from(await pictureOf().arrayBuffer());
    await dialog.getByLabel(label).setInputFiles({ name: 'hill.png', mimeType: 'image/png', buffer });
    await dialog.getByRole('button', { name: 'Send' }).click();
    const answer = await vi.waitUntil(() => answers.get('Upload'), { timeout: 20_000 });
    expect(answer).toMatchObject({ data });
    expect(answer).not.toHaveProperty('errors');
    await page
      .getByRole('status', { name: 'Cost of the last query' })
      .getByText(/^\d calls? /)
      .waitFor();
    await page.context().close();
  },
);

test('it says that all is the sandbox’s', async () => {
  await visit.page.getByRole('note').getByText('All data is made up').waitFor();
  // And leaves room for it.
  const [height, seen] = await visit.page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
  expect(height).toBe(seen);
});

test('what was asked is in the history', async () => {
  await visit.page.getByRole('button', { name: 'Show History' }).click();
  await visit.page.locator('.graphiql-history-item', { hasText: 'UsersAndMeetings' }).waitFor();
});

test('it travels compressed, and hardly anything again when it is reloaded', async () => {
  // Where requests are intercepted nothing is kept.
  const page = await browser.newPage();
  const travelled = () =>
    page.evaluate(() => {
      const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      return (entries as PerformanceResourceTiming[])
        .filter(({ initiatorType }) => initiatorType !== 'fetch')
        .reduce((sum, { transferSize }) => sum + transferSize, 0);
    });
  await page.goto(running.url);
  const first = await travelled();
  expect(first).toBeGreaterThan(1_000_000);
  expect(first).toBeLessThan(2_500_000);
  await page.reload();
  expect(await travelled()).toBeLessThan(10_000);
  await page.close();
});

test('the pages asked nothing of anyone else, and nothing in them broke', () => {
  expect(strayed).toEqual([]);
  expect(failures).toEqual([]);
});
