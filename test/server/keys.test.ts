/** Keys of callers: what is kept of them, who finds them, and what becomes of requests when they come and go. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { contentOf, LOOK_AGAIN_MS } from '../../src/server/auth/file.ts';
import { Keys, keysIn, newKey, textOf } from '../../src/server/auth/keys.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { checkAuth } from '../../src/server/session.ts';
import { stub } from '../stub.ts';
import { fileOf } from './spawn.ts';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const file = join(folder, 'keys.json');
afterEach(() => {
  vi.useRealTimers();
  rmSync(file, { force: true });
});
const NOW = new Date('2026-11-30T00:00:00Z');
const bearer = (text: string) => ({ headers: { authorization: `Bearer ${text}` } });

describe('a key', () => {
  test('is found by its text, and by no other', () => {
    const [one, other] = [newKey('one', ['read'], NOW), newKey('other', ['read', 'sensitive'], NOW)];
    const keys = new Keys([one.record, other.record]);
    expect(keys.find(one.text)).toMatchObject({ name: 'one' });
    expect(keys.find(other.text)?.permissions.list).toEqual(['read', 'sensitive']);
    const swapped = one.text.slice(0, 'zg_'.length + 12) + other.text.slice('zg_'.length + 12);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(swapped, `${one.text} `, one.text.slice(0, -1), '')),
        (text) => {
          expect(keys.find(text)).toBeUndefined();
        },
      ),
    );
  });

  test('is kept as a hash alone', () => {
    const { text, record } = newKey('one', ['read'], NOW);
    expect(text).toMatch(/^zg_[0-9a-f]{12}_[\w-]{43}$/);
    expect(textOf([record])).not.toContain(text.slice(-43));
    expect(keysIn(textOf([record]))).toEqual([record]);
  });

  test.each([
    ['no JSON', 'zg_secret', 'it is not JSON.'],
    ['another form', '{"keys":[{"id":"zg_secret"}]}', /^at keys\.0\./],
    [
      'two of a name',
      textOf([newKey('one', [], NOW).record, newKey('one', [], NOW).record]),
      'two keys have the same name.',
    ],
  ])('that cannot be read (%s) is told without what was written', (_, text, message) => {
    expect(() => keysIn(text)).toThrow(message);
    expect(() => keysIn(text)).not.toThrow('zg_secret');
  });
});

describe('a file', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const at = { now: 0 };
  const reading = () => {
    lines.length = at.now = 0;
    const read = contentOf({
      path: file,
      parse: (text) => JSON.parse(text) as unknown,
      none: 'none',
      log,
      now: () => at.now,
    });
    return () => {
      at.now += LOOK_AGAIN_MS;
      return read();
    };
  };

  test('is read again when it has changed, and stands for nothing when it is gone', async () => {
    writeFileSync(file, '1');
    const read = reading();
    expect(await read()).toBe(1);
    writeFileSync(file, '22');
    expect(await read()).toBe(22);
    rmSync(file);
    expect(await read()).toBe('none');
    expect(lines).toHaveLength(1);
  });

  test('that cannot be used any more leaves what was there, and is told once', async () => {
    writeFileSync(file, '1');
    const read = reading();
    await read();
    writeFileSync(file, '{ "secret');
    for (let i = 0; i < 3; i++) expect(await read()).toBe(1);
    expect(lines).toHaveLength(1);
    writeFileSync(file, '333');
    expect(await read()).toBe(333);
  });

  test('that could never be used is an error', async () => {
    writeFileSync(file, 'no');
    await expect(reading()()).rejects.toThrow();
  });
});

describe('AUTH=keys', () => {
  const admin = newKey('admin', ['read', 'write', 'sensitive', 'raw'], NOW);
  const guest = newKey('guest', ['read'], NOW);
  const TABLE = { 'GET /users/u1': { id: 'u1', display_name: 'Ann', host_key: '123456' } };
  const QUERY = '{ user(id: "u1") { displayName hostKey } viewer { name permissions } }';
  const fixed = { AUTH: 'keys', AUTH_KEYS: JSON.stringify({ keys: [admin.record, guest.record] }) };

  test('lets each do what its key permits, over one credential', async () => {
    const { run, calls } = stub(TABLE, { env: fixed });
    expect((await run(QUERY, {}, bearer(admin.text))).data).toEqual({
      user: { displayName: 'Ann', hostKey: '123456' },
      viewer: { name: 'admin', permissions: ['READ', 'WRITE', 'SENSITIVE', 'RAW'] },
    });
    const { data, errors } = await run(QUERY, {}, bearer(guest.text));
    expect(data).toEqual({
      user: { displayName: 'Ann', hostKey: null },
      viewer: { name: 'guest', permissions: ['READ'] },
    });
    expect(errors).toMatchObject([{ path: ['user', 'hostKey'], extensions: { code: 'FORBIDDEN' } }]);
    expect(calls.filter((call) => call.includes('host_key'))).toHaveLength(1);
  });

  test('reads the file again, so that a key ends that was revoked', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    writeFileSync(file, textOf([admin.record, guest.record]));
    const { gateway, run } = stub(TABLE, { env: { AUTH: 'keys', AUTH_KEYS_FILE: file } });
    expect((await run(QUERY, {}, bearer(guest.text))).data?.user).toMatchObject({ displayName: 'Ann' });
    writeFileSync(file, textOf([admin.record]));
    vi.advanceTimersByTime(LOOK_AGAIN_MS);
    const response = await gateway.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${guest.text}` },
      body: JSON.stringify({ query: QUERY }),
    });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await run(QUERY, {}, bearer(admin.text))).data?.user).toMatchObject({ displayName: 'Ann' });
  });

  test('without a key the start is refused, with what to run', async () => {
    const log = createLog('silent');
    const check = (env: Record<string, string>) => checkAuth(readConfig({ AUTH: 'keys', ...env }), log);
    for (const env of [{}, { AUTH_KEYS_FILE: file }] as Record<string, string>[])
      await expect(check(env)).rejects.toThrow('npm run keys -- create');
    writeFileSync(file, 'no');
    await expect(check({ AUTH_KEYS_FILE: file })).rejects.toThrow('AUTH_KEYS_FILE cannot be used: it is not JSON.');
    writeFileSync(file, textOf([guest.record]));
    await expect(check({ AUTH_KEYS_FILE: file })).resolves.toBeUndefined();
  });
});

test('npm run keys creates, lists and revokes; a key is shown once', async () => {
  const script = await fileOf('scripts/keys.ts');
  const keys = (...args: string[]) => promisify(execFile)(process.execPath, [script, ...args, '--file', file]);
  const { stdout: text, stderr } = await keys('create', '--name', 'laptop', '--permissions', 'read,sensitive');
  expect(stderr).not.toContain(text.trim());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const written = readFileSync(file, 'utf8');
  const [record] = keysIn(written);
  expect(record).toMatchObject({ name: 'laptop', permissions: ['read', 'sensitive'] });
  expect(new Keys(keysIn(written)).find(text.trim())).toMatchObject({ name: 'laptop' });
  expect(written).not.toContain(text.trim().slice(-43));
  const { stdout: listed } = await keys('list');
  expect(listed).toBe(`${record?.id}\t${record?.createdAt}\tread,sensitive\tlaptop\n`);
  await expect(keys('create', '--name', 'laptop')).rejects.toMatchObject({ code: 1, stdout: '' });
  await keys('revoke', record?.id ?? '');
  expect(keysIn(readFileSync(file, 'utf8'))).toEqual([]);
  await expect(keys('revoke', record?.id ?? '')).rejects.toMatchObject({ code: 1 });
});
