import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseFaults } from '../../src/sandbox/index.ts';
import { mint, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
afterEach(() => zoom.sandbox.setFaults([]));
afterAll(() => zoom.sandbox.close());

test('are read from a text', () => {
  expect(parseFaults('429:GET /users:2, slow=5000:GET /users/{userId},expire-tokens,500')).toEqual([
    { kind: '429', operation: 'GET /users', count: 2 },
    { kind: 'slow', operation: 'GET /users/{userId}', ms: 5000 },
    { kind: 'expire-tokens' },
    { kind: '500' },
  ]);
  expect(parseFaults('lost:POST /users:5%,expire-pages:1%')).toEqual([
    { kind: 'lost', operation: 'POST /users', percent: 5 },
    { kind: 'expire-pages', percent: 1 },
  ]);
  expect(() => parseFaults('boom:GET /users')).toThrow('boom:GET /users');
  expect(() => parseFaults('500:GET /users:101%')).toThrow('500:GET /users:101%');
});

test('of an operation that there is not are refused, with the one that is meant', () => {
  expect(() => zoom.sandbox.setFaults('500:GET /usrs:2')).toThrow(
    new RangeError('No operation is called "GET /usrs". Did you mean "GET /users"?'),
  );
  expect(() => zoom.sandbox.setFaults([{ kind: '500', operation: 'GET /user/*' }])).toThrow('Did you mean');
});

test('hit the operations they name, as often as they say', async () => {
  zoom.sandbox.setFaults('429:GET /users:2');
  expect((await zoom.get('/users/me')).status).toBe(200);
  expect((await zoom.get('/users')).status).toBe(429);
  expect((await zoom.get('/users')).status).toBe(429);
  expect((await zoom.get('/users')).status).toBe(200);
});

test.each(['500', '502', '503'] as const)('answer %s', async (kind) => {
  zoom.sandbox.setFaults([{ kind, operation: 'GET /users*', count: 1 }]);
  expect((await zoom.get('/users')).status).toBe(Number(kind));
  expect((await zoom.get('/users')).status).toBe(200);
});

test('answer what they are told to', async () => {
  const body = { code: 1010, message: 'Not one of ours.' };
  zoom.sandbox.setFaults([{ kind: '400', operation: 'GET /users', body }]);
  expect(await zoom.get('/users')).toMatchObject({ status: 400, body });
});

test('send a page in place of JSON, or half of it', async () => {
  zoom.sandbox.setFaults('html:GET /users:1,truncated:GET /groups:1');
  const page = await zoom.get('/users');
  expect(page.headers['content-type']).toBe('text/html');
  expect(page.text).toContain('<html>');
  await expect(zoom.get('/groups')).rejects.toThrow(SyntaxError);
});

test('send the page in place of doing anything', async () => {
  zoom.sandbox.setFaults('html:POST /groups:1');
  expect((await zoom.call('POST', '/groups', { name: 'Paged' })).status).toBe(200);
  const { groups } = (await zoom.get('/groups')).body;
  expect(groups.map(({ name }: { name: string }) => name)).not.toContain('Paged');
});

test('break connections, and are logged with status 0', async () => {
  zoom.sandbox.setFaults('reset:GET /users/{userId}:1');
  await expect(zoom.get('/users/me')).rejects.toThrow();
  expect(zoom.sandbox.calls.at(-1)).toMatchObject({ method: 'GET', path: '/users/{userId}', status: 0 });
});

test('lose an answer of what was done', async () => {
  zoom.sandbox.setFaults('lost:POST /groups:1');
  await expect(zoom.call('POST', '/groups', { name: 'Night shift' })).rejects.toThrow();
  expect(zoom.sandbox.calls.at(-1)).toMatchObject({ path: '/groups', status: 201, fault: 'lost' });
  const { groups } = (await zoom.get('/groups')).body;
  expect(groups.filter(({ name }: { name: string }) => name === 'Night shift')).toHaveLength(1);
});

test('expire every page token, once; the next ones are good', async () => {
  const page = async (token: string) => zoom.get(`/users?page_size=10&next_page_token=${token}`);
  const first = (await page('')).body.next_page_token;
  expect((await page(first)).status).toBe(200);
  zoom.sandbox.setFaults('expire-pages');
  expect(await page(first)).toMatchObject({ status: 400, body: { code: 300 } });
  expect((await page(first)).status).toBe(400);
  expect((await page((await page('')).body.next_page_token)).status).toBe(200);
});

test('hit so many percent of the calls, the same ones with the same seed', async () => {
  const hits = async (seed: number) => {
    const chancy = await zoomOf({ seed, faults: '503:GET /users/*:30%' });
    const statuses: number[] = [];
    const ask = async () => {
      for (let nth = 0; nth < 60; nth++)
        statuses.push((await chancy.get(nth % 2 ? '/users/me' : '/users/me/settings')).status);
    };
    await ask();
    chancy.sandbox.reset();
    await ask();
    await chancy.sandbox.close();
    expect(statuses.slice(60)).toEqual(statuses.slice(0, 60));
    return statuses.slice(0, 60);
  };
  const some = await hits(1);
  expect(await hits(1)).toEqual(some);
  expect(await hits(2)).not.toEqual(some);
  const share = some.filter((status) => status === 503).length;
  expect(share).toBeGreaterThan(8);
  expect(share).toBeLessThan(30);
});

test('never answer, until the sandbox is closed', async () => {
  const silent = await zoomOf({ faults: 'silent:GET /users' });
  await silent.token();
  const answer = silent.get('/users').then(
    () => 'answered',
    () => 'broken',
  );
  await expect.poll(() => silent.sandbox.calls.length).toBe(1);
  await silent.sandbox.close();
  expect(await answer).toBe('broken');
});

test('expire every token, once', async () => {
  await zoom.token();
  zoom.sandbox.setFaults('expire-tokens');
  expect((await zoom.get('/users/me')).body).toEqual({ code: 124, message: 'Access token is expired.' });
  const { access_token } = (await mint(zoom.sandbox)).body;
  expect(access_token).not.toBe(await zoom.token());
});

test('hit the token endpoint where they name it', async () => {
  zoom.sandbox.setFaults('500:POST /oauth/token:1');
  expect((await mint(zoom.sandbox)).status).toBe(500);
  expect((await mint(zoom.sandbox)).status).toBe(200);
});
