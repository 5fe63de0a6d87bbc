import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, send, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
beforeEach(() => zoom.sandbox.reset());
afterAll(() => zoom.sandbox.close());

const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
const encoded = (uuid: string) =>
  uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(encodeURIComponent(uuid)) : encodeURIComponent(uuid);
const recent = () => zoom.all(`/accounts/me/recordings?from=${day(30)}&to=${day(0)}&page_size=300`, 'meetings');
const refusal = async (reply: Promise<{ status: number; body: { code: number } }>) => {
  const { status, body } = await reply;
  return `${status}/${body.code}`;
};

test('recordings belong to users, and to instances of their meetings', async () => {
  const rows = await recent();
  expect(rows.length).toBeGreaterThan(5);
  const kinds = new Set<string>();
  for (const { uuid, id, host_id, type } of rows) {
    // Zoom's types of webinars.
    const kind = [5, 6, 9].includes(Number(type)) ? 'webinars' : 'meetings';
    kinds.add(kind);
    expect((await zoom.get(`/users/${host_id}`)).status).toBe(200);
    expect((await zoom.get(`/${kind}/${id}`)).body.host_id).toBe(host_id);
    if (kind === 'meetings')
      expect((await zoom.get(`/past_meetings/${encoded(uuid)}`)).body).toMatchObject({ uuid, id, host_id });
  }
  expect([...kinds].sort()).toEqual(['meetings', 'webinars']);
  const [row] = rows;
  const own = await zoom.get(`/users/${row.host_id}/recordings?from=${day(30)}&to=${day(0)}`);
  expect(own.body.meetings).toEqual(rows.filter(({ host_id }) => host_id === row.host_id));
});

test('a recording by UUID is that of the list and more, by number the latest', async () => {
  const [row] = await recent();
  const whole = (await zoom.get(`/meetings/${encoded(row.uuid)}/recordings`)).body;
  expect(whole).toMatchObject(row);
  expect(whole).toHaveProperty('password');
  expect(whole).not.toHaveProperty('download_access_token');
  expect((await zoom.get(`/meetings/${row.id}/recordings`)).body).toEqual(whole);
  const [meeting] = (await zoom.get('/users/me/meetings')).body.meetings;
  expect(await refusal(zoom.get(`/meetings/${meeting.id}/recordings`))).toBe('404/3301');
  expect(await refusal(zoom.get('/meetings/123456789/recordings'))).toBe('404/3001');
});

test('timelines and captions have no id', async () => {
  const files = (await recent()).flatMap(({ recording_files }) => recording_files);
  const timeline = files.find(({ file_type }) => file_type === 'TIMELINE');
  expect(Object.keys(timeline).sort()).toEqual([
    'download_url',
    'file_extension',
    'file_type',
    'meeting_id',
    'recording_end',
    'recording_start',
  ]);
});

describe('the trash', () => {
  const trash = (host: string, type = 'meeting_recordings') =>
    zoom.get(`/users/${host}/recordings?trash=true&trash_type=${type}`);

  test('takes recordings and gives them back', async () => {
    const [row] = await recent();
    const path = `/meetings/${encoded(row.uuid)}/recordings`;
    expect((await zoom.call('DELETE', path)).status).toBe(204);
    expect((await recent()).map(({ uuid }) => uuid)).not.toContain(row.uuid);
    expect(await refusal(zoom.get(path))).toBe('404/3301');
    expect((await trash(row.host_id)).body.meetings).toMatchObject([{ uuid: row.uuid }]);
    expect((await zoom.call('PUT', `${path}/status`, { action: 'recover' })).status).toBe(204);
    expect((await recent())[0]).toEqual(row);
    expect((await zoom.call('DELETE', `${path}?action=delete`)).status).toBe(204);
    expect(await refusal(zoom.call('PUT', `${path}/status`, { action: 'recover' }))).toBe('404/3301');
  });

  test('takes single files and gives them back', async () => {
    const [row] = await recent();
    const [file, ...others] = row.recording_files;
    const path = `/meetings/${encoded(row.uuid)}/recordings`;
    expect((await zoom.call('DELETE', `${path}/${file.id}`)).status).toBe(204);
    expect((await zoom.get(path)).body).toMatchObject({ recording_files: others, recording_count: others.length });
    expect((await trash(row.host_id, 'recording_file')).body.meetings[0].recording_files).toEqual([file]);
    expect(await refusal(zoom.call('DELETE', `${path}/${file.id}`))).toBe('404/3301');
    expect((await zoom.call('PUT', `${path}/${file.id}/status`, { action: 'recover' })).status).toBe(204);
    expect((await zoom.get(path)).body.recording_files).toEqual(row.recording_files);
  });
});

test('settings are kept', async () => {
  const [row] = await recent();
  const path = `/meetings/${encoded(row.uuid)}/recordings/settings`;
  const before = (await zoom.get(path)).body;
  expect((await zoom.call('PATCH', path, { share_recording: 'internally', password: 'Secret12' })).status).toBe(204);
  expect((await zoom.get(path)).body).toEqual({ ...before, share_recording: 'internally', password: 'Secret12' });
  expect((await zoom.get(`/meetings/${row.id}/recordings`)).body.password).toBe('Secret12');
  expect(await refusal(zoom.call('PATCH', path, { share_recording: 'somehow' }))).toBe('400/300');
});

describe('a file', () => {
  test('is reached by a redirect with a bearer, in the header or the query', async () => {
    const [{ recording_files }] = await recent();
    const { download_url } = recording_files[0];
    const token = await zoom.token();
    for (const [url, headers] of [
      [download_url, { authorization: `Bearer ${token}` }],
      [`${download_url}?access_token=${token}`, {}],
    ] as const) {
      const moved = await send('GET', url, headers as Record<string, string>);
      expect(moved.status).toBe(302);
      const { status, text } = await send('GET', String(moved.headers.location), {});
      expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('Recording file') });
    }
  });

  test('is a page with status 200 where it is refused', async () => {
    const [{ recording_files }] = await recent();
    const { status, headers } = await send('GET', recording_files[0].download_url, {});
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html' });
  });

  test('opens with the token that the recording gives on request', async () => {
    const [{ uuid, recording_files }] = await recent();
    const { body } = await zoom.get(`/meetings/${encoded(uuid)}/recordings?include_fields=download_access_token`);
    const authorization = `Bearer ${body.download_access_token}`;
    expect((await send('GET', recording_files[0].download_url, { authorization })).status).toBe(302);
  });
});
