/** Enums of all shapes: what Zoom sends is found again however it is spelled, and what is not known can be had as it was sent. */
import { describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Endpoint } from '../src/zoom/declare/endpoint.ts';
import { enumsIn, isWord, wordsBy } from '../src/zoom/declare/shape.ts';
import { placesOf } from './exerciser/graph.ts';
import { askingOn } from './run.ts';
import { stub } from './stub.ts';

const shapesOf = ({ of, body, query }: Endpoint) => [of, body, query].filter((shape) => shape !== undefined);
const enums = new Map(
  placesOf(schema)
    .flatMap(({ endpoints }) => endpoints.flatMap(shapesOf).flatMap((shape) => enumsIn(shape)))
    .map((enumValues) => [enumValues.name, enumValues]),
);

const spellings = (value: string) => [
  value.toUpperCase(),
  value.toLowerCase(),
  value.replace(/[-_ ]/g, ' '),
  value.replace(/[-_ ]/g, '-'),
  value.replace(/[-_ ]/g, ''),
];

describe('a word of an enum', () => {
  test.each([...enums])('of %s is found as Zoom documents it, and in other spellings', (_, enumValues) => {
    const find = wordsBy(enumValues);
    const all = Object.entries(enumValues.values);
    for (const [word, value] of all) {
      expect(find(value)).toBe(word);
      expect(find(String(value))).toBe(word);
      if (typeof value !== 'string' || !/[a-z]/i.test(value)) continue;
      expect(all.filter(([, other]) => isWord(other, value)).map(([one]) => one)).toEqual([word]);
      for (const spelling of spellings(value)) expect(find(spelling), spelling).toBe(word);
    }
  });

  test('is never taken for another that differs from it in its spelling alone', () => {
    const find = wordsBy({ name: 'Alike', values: { ON_DEMAND: 'on_demand', ONDEMAND: 'ondemand', OFF: 'off' } });
    expect(['on_demand', 'ondemand', 'On-Demand', 'Off'].map(find)).toEqual([
      'ON_DEMAND',
      'ONDEMAND',
      undefined,
      'OFF',
    ]);
  });
});

describe('a word that no enum has', () => {
  /** Asks the gateway's own executor, and graphql's, which a trace takes. */
  const both = async (table: object, query: string) => {
    const zoom = stub({ ...table });
    const ask = askingOn(zoom.gateway);
    const plain = await ask(query, {});
    const calls = [...zoom.calls];
    const traced = await ask(query, { trace: true });
    await zoom.gateway.dispose();
    expect(traced.data).toEqual(plain.data);
    expect(plain.errors).toBeUndefined();
    return { data: plain.data, calls };
  };
  const user = { id: 'u1', email: 'ada@example.com', type: 88, status: 'dormant' };

  test('can be had of an object without identity, and of the enums in a list', async () => {
    const files = [
      { id: 'f1', file_type: 'HOLOGRAM', recording_type: 'Audio-Only', status: 'completed' },
      { id: 'f2', file_type: 'mp4' },
    ];
    const { data } = await both(
      {
        'GET /meetings/1/recordings': { uuid: 'r1', id: 1, type: '100', recording_files: files },
        'GET /users/u1': { ...user, login_types: [1, 555, 100, 'psychic'] },
      },
      `{ recording(id: "1") { type unrecognized recordingFiles { fileType recordingType status unrecognized } }
         user(id: "u1") { loginTypes unrecognized } }`,
    );
    expect(data).toEqual({
      recording: {
        type: 'BREAKOUT_ROOM',
        unrecognized: null,
        recordingFiles: [
          {
            fileType: 'UNRECOGNIZED',
            recordingType: 'AUDIO_ONLY',
            status: 'COMPLETED',
            unrecognized: { fileType: 'HOLOGRAM' },
          },
          { fileType: 'MP4', recordingType: null, status: null, unrecognized: null },
        ],
      },
      user: {
        loginTypes: ['GOOGLE', 'UNRECOGNIZED', 'EMAIL', 'UNRECOGNIZED'],
        unrecognized: { type: 88, status: 'dormant', loginTypes: [555, 'psychic'] },
      },
    });
  });

  test('can be had of an entity that a list tells of, without another call', async () => {
    const { data, calls } = await both(
      { 'GET /users': { users: [user, { ...user, id: 'u2', type: 2, status: 'Active' }] } },
      '{ users { nodes { unrecognized type status } } }',
    );
    expect(data?.users).toEqual({
      nodes: [
        { unrecognized: { type: 88, status: 'dormant' }, type: 'UNRECOGNIZED', status: 'UNRECOGNIZED' },
        { unrecognized: null, type: 'LICENSED', status: 'ACTIVE' },
      ],
    });
    expect(calls).toEqual(['GET /users?status=active&page_size=30']);
  });

  test('can be had of an entity whose fields are read for those beside it, wherever these are selected', async () => {
    const table = {
      'GET /users': { users: [{ id: 'u1', email: 'ada@example.com' }] },
      'GET /users/u1': { ...user, pronouns_option: 'sometimes' },
    };
    for (const [query, calls] of [
      ['{ users { nodes { unrecognized pronounsOption } } }', 2],
      ['{ users { nodes { pronounsOption unrecognized } } }', 2],
      ['{ users { nodes { unrecognized } } }', 1],
    ] as const) {
      const { data, calls: made } = await both(table, query);
      expect(made).toHaveLength(calls);
      const unrecognized = calls === 1 ? null : expect.objectContaining({ pronounsOption: 'sometimes' });
      expect(data?.users).toMatchObject({ nodes: [{ unrecognized }] });
    }
  });

  test('is told of what is known when the read beside it fails', async () => {
    const zoom = stub({ 'GET /users': { users: [{ ...user, dept: '' }] } });
    const { data, errors } = await zoom.run('{ users { nodes { unrecognized pronounsOption } } }');
    await zoom.gateway.dispose();
    expect(data).toEqual({
      users: { nodes: [{ unrecognized: { type: 88, status: 'dormant' }, pronounsOption: null }] },
    });
    expect(errors).toHaveLength(1);
  });
});
