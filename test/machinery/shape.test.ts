import fc from 'fast-check';
import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isInputObjectType } from 'graphql';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createSchema } from '../../schema/create-schema.ts';
import { entityObject } from '../../schema/fields/entity.ts';
import { createBuilder, type Domain } from '../../schema/types/builder.ts';
import { ToldAccount } from '../../schema/types/ids.ts';
import { fieldName, fieldsOf, inputName, inputOf, queryFrom, bodyOf as readBody } from '../../schema/types/shape.ts';
import { entity, fromPath } from '../../src/zoom/declare/entity.ts';
import {
  as,
  bare,
  bigInt,
  bool,
  date,
  dateTime,
  delimited,
  delimitedIds,
  delimitedWords,
  digits,
  enumOf,
  file,
  float,
  id,
  int,
  json,
  list,
  metaOf,
  named,
  numericId,
  renamed,
  type Shape,
  secretUrl,
  shape,
  string,
  url,
} from '../../src/zoom/declare/shape.ts';

type Raw = Readonly<Record<string, unknown>>;
const refused = (message: RegExp) =>
  expect.objectContaining({ name: 'InputError', message: expect.stringMatching(message) });

const Kind = enumOf('MachineryKind', { INSTANT: 1, SCHEDULED: 2, NEVER: 0 });
const Audio = enumOf('MachineryAudio', ['both', 'thirdParty']);
const Truth = enumOf('MachineryTruth', { ON: true, OFF: false });
const Inner = shape('MachineryInner', { has_3rd_party_audio: bool(), type: Kind, hosts: delimited(';') });
const fields = {
  id: id(undefined, { of: 'MachineryNode' }),
  meeting_id: numericId(undefined, { of: 'MachineryNode' }),
  topic: string(),
  host_video: bool(),
  jbh_time: int(),
  file_size: bigInt(),
  ratio: float(),
  start_time: dateTime(),
  end_date: date(),
  join_url: url(),
  extra: json(),
  type: Kind,
  'audio-type': Audio,
  truth: Truth,
  alternative_hosts: delimited(';'),
  user_ids: list(id(undefined, { of: 'MachineryPart' })),
  kinds: list(Kind),
  numbers: list(numericId(undefined, { of: 'MachineryNode' })),
  settings: Inner,
  questions: list(Inner),
};
const Body = shape('MachineryBody', fields);

const Thing = shape('MachineryThing', { id: id() });
const schema = createSchema({
  domains: [
    (builder) => {
      entityObject(builder, entity('MachineryNode', { shape: Thing, key: { nodeId: 'id' } }));
      entityObject(builder, entity('MachineryPart', { shape: Thing, key: { nodeId: fromPath, partId: 'id' } }));
    },
  ],
});
const bodyOf = <S extends Shape>(of: S, given: Raw, at = 'input', account = new ToldAccount(schema)) =>
  readBody(of, given, at, account);
const globalId = (key: string, type = 'MachineryNode') => Buffer.from(`${type}:${key}`).toString('base64');

/** What a client gives for a field, and what Zoom must get for it. */
interface Pair {
  readonly given: unknown;
  readonly sent: unknown;
}
const same = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Pair> => values.map((value) => ({ given: value, sent: value }));
const enumValues = (values: Raw) =>
  fc.constantFrom(...Object.entries(values)).map(([word, value]): Pair => ({ given: word, sent: value }));
const several = (one: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> =>
  fc
    .array(one, { maxLength: 4 })
    .map((all) => ({ given: all.map(({ given }) => given), sent: all.map(({ sent }) => sent) }));
const object = (parts: Readonly<Record<string, fc.Arbitrary<Pair>>>): fc.Arbitrary<Pair> =>
  fc.record(parts, { requiredKeys: [] }).map((all) => ({
    given: Object.fromEntries(Object.entries(all).map(([key, pair]) => [inputName(key), pair?.given])),
    sent: Object.fromEntries(Object.entries(all).map(([key, pair]) => [key, pair?.sent])),
  }));

const zoomId = fc.stringMatching(/^[\w-]{1,22}$/);
const anyId = fc.oneof(
  same(zoomId),
  zoomId.map((key): Pair => ({ given: globalId(key), sent: key })),
);
const anyPart = fc.oneof(
  same(zoomId),
  fc
    .string({ minLength: 1 })
    .filter((key) => key.trim() !== '')
    .map((key): Pair => ({ given: globalId(`other%2C,${encodeURIComponent(key)}`, 'MachineryPart'), sent: key })),
);
const numbers = fc.integer({ min: 0, max: 99_999_999_999 });
const anyNumber = fc.oneof(
  numbers.map((number): Pair => ({ given: String(number), sent: number })),
  numbers.map((number): Pair => ({ given: globalId(String(number)), sent: number })),
);
const times = fc.date({ min: new Date('1971-01-01'), max: new Date('2999-01-01'), noInvalidDate: true });
const kinds = enumValues({ INSTANT: 1, SCHEDULED: 2, NEVER: 0 });
const addresses = fc
  .array(
    fc.emailAddress().filter((address) => !address.includes(';')),
    { maxLength: 3 },
  )
  .map((all): Pair => ({ given: all, sent: all.join(';') }));
const inner = object({ has_3rd_party_audio: same(fc.boolean()), type: kinds, hosts: addresses });
const bodies = object({
  id: anyId,
  meeting_id: anyNumber,
  topic: same(fc.string()),
  host_video: same(fc.boolean()),
  jbh_time: same(fc.integer()),
  file_size: fc.maxSafeNat().map((size): Pair => ({ given: BigInt(size), sent: size })),
  ratio: same(fc.double({ noNaN: true, noDefaultInfinity: true })),
  start_time: times.map((at): Pair => ({ given: at, sent: at.toISOString().replace('.000Z', 'Z') })),
  end_date: times.map((at): Pair => ({ given: at, sent: at.toISOString().slice(0, 10) })),
  join_url: fc.webUrl().map((string): Pair => ({ given: new URL(string), sent: new URL(string).href })),
  extra: same(fc.jsonValue().filter((value) => value !== null)),
  type: kinds,
  'audio-type': enumValues({ BOTH: 'both', THIRD_PARTY: 'thirdParty' }),
  truth: enumValues({ ON: true, OFF: false }),
  alternative_hosts: addresses,
  user_ids: several(anyPart),
  kinds: several(kinds),
  numbers: several(anyNumber),
  settings: inner,
  questions: several(inner),
} satisfies Record<keyof typeof fields, fc.Arbitrary<Pair>>);

describe('what a client sends', () => {
  test('reaches Zoom under its names and in its values, and nothing else does', () => {
    fc.assert(
      fc.property(bodies, ({ given, sent }) => {
        expect(bodyOf(Body, given as Raw)).toStrictEqual(sent);
      }),
      { numRuns: 300 },
    );
  });

  test('is sent also when it is false, 0, empty or a list of nothing', () => {
    const given = {
      hostVideo: false,
      jbhTime: 0,
      topic: '',
      type: 'NEVER',
      truth: 'OFF',
      userIds: [],
      alternativeHosts: [],
    };
    expect(bodyOf(Body, given)).toStrictEqual({
      host_video: false,
      jbh_time: 0,
      topic: '',
      type: 0,
      truth: false,
      user_ids: [],
      alternative_hosts: '',
    });
    expect(bodyOf(Body, {})).toStrictEqual({});
    expect(bodyOf(Body, { topic: undefined, settings: {} })).toStrictEqual({ settings: {} });
  });

  test('is refused when it is null, with the way there', () => {
    const null_ = (given: Raw, at?: string) => () => bodyOf(Body, given, at);
    expect(null_({ topic: null })).toThrow(refused(/^input\.topic is null.*Leave it out/));
    expect(null_({ settings: { has3rdPartyAudio: null } })).toThrow(
      refused(/^input\.settings\.has3rdPartyAudio is null/),
    );
    expect(null_({ questions: [{}, { type: null }] })).toThrow(refused(/^input\.questions\.1\.type is null/));
    expect(null_({ kinds: ['NEVER', null] })).toThrow(refused(/^input\.kinds\.1 is null/));
    expect(null_({ extra: null }, 'filter')).toThrow(refused(/^filter\.extra is null/));
    expect(bodyOf(Body, { extra: { a: null } })).toStrictEqual({ extra: { a: null } });
  });

  test('is a file only where Zoom takes one, of the types and the size that it takes', () => {
    const picture = new File(['1234'], 'a hill.png', { type: 'image/png' });
    const Upload = shape('MachineryUpload', {
      any: file('Anything'),
      small: file('Something small', { maxBytes: 3 }),
      text: file('A text', { types: ['text/plain'] }),
    });
    expect(bodyOf(Upload, { any: picture }).any).toBe(picture);
    expect(() => bodyOf(Upload, { small: picture })).toThrow(refused(/^input\.small: must be of at most/));
    expect(() => bodyOf(Upload, { text: picture })).toThrow(refused(/^input\.text: must be of type text\/plain/));
    expect(() => bodyOf(Upload, { any: 'a hill.png' })).toThrow(refused(/^input\.any: is not a file/));
    expect(() => bodyOf(Body, { extra: picture })).toThrow(refused(/^input\.extra takes no file/));
  });

  test('is refused where Zoom wants a number and gets none', () => {
    for (const value of ['', ' ', 'abc', '12.5', '0x10', '1e3', '-5', 'Infinity'])
      expect(() => bodyOf(Body, { meetingId: value }), value).toThrow(refused(/^input\.meetingId must be a number/));
    expect(() => bodyOf(Body, { numbers: ['1', 'x'] })).toThrow(refused(/^input\.numbers\.1 must be/));
  });

  test('is checked by the shape, whose complaint names the field as the client wrote it', () => {
    const Strict = shape('MachineryStrict', { user_name: string(), inner_list: list(Inner) }).required({
      user_name: true,
    });
    expect(() => bodyOf(Strict, {})).toThrow(refused(/^input\.userName: /));
    expect(() => bodyOf(Strict, { userName: 5 })).toThrow(refused(/^input\.userName: /));
    expect(() => bodyOf(Strict, { userName: 'a', innerList: [{ has3rdPartyAudio: 'yes' }] })).toThrow(
      refused(/^input\.innerList\.0\.has3rdPartyAudio: /),
    );
    expect(() => bodyOf(Body, { fileSize: 2n ** 60n })).toThrow(refused(/^input\.fileSize: /));
  });

  test('may be an id of an unknown type, or what only looks like one', () => {
    const foreign = Buffer.from('Other:abc').toString('base64');
    expect(bodyOf(Body, { id: foreign })).toStrictEqual({ id: foreign });
    expect(bodyOf(Body, { id: globalId('a+/=b') })).toStrictEqual({ id: 'a+/=b' });
  });

  test('may hold global ids of the type that a field names alone, and none where it names no type', () => {
    expect(() => bodyOf(Body, { id: globalId('n,p', 'MachineryPart') })).toThrow(
      refused(/is the id of a MachineryPart; here that of a MachineryNode is wanted\.$/),
    );
    expect(() => bodyOf(Body, { userIds: ['p', globalId('n')] })).toThrow(refused(/MachineryPart is wanted/));
    expect(() => bodyOf(Body, { meetingId: globalId('7,8', 'MachineryPart') })).toThrow(refused(/MachineryNode/));
    expect(() => bodyOf(Thing, { id: globalId('n') })).toThrow(
      refused(/^input\.id is a global id, of the type MachineryNode; here an id of Zoom's own is wanted\.$/),
    );
  });

  test('holds no id that is empty where it names an entity, or stands in a query', () => {
    for (const value of ['', '  ']) {
      expect(() => bodyOf(Body, { id: value })).toThrow(refused(/^input\.id is empty\.$/));
      expect(() => queryFrom(Thing, { id: value }, 'argument', new ToldAccount(schema))).toThrow(
        refused(/^argument\.id is empty\.$/),
      );
      expect(() => bodyOf(Body, { userIds: ['a', value] })).toThrow(refused(/^input\.userIds\.1 is empty\.$/));
    }
    // Zoom knows ids that are none in some bodies.
    expect(bodyOf(Thing, { id: '' })).toEqual({ id: '' });
  });

  test('tells one account: ids of two are refused in words that name both places', () => {
    const [own, sub, other] = [globalId('n'), globalId('SUB,n'), globalId('OTHER,7')];
    const account = new ToldAccount(schema);
    const below = (scope: Readonly<Record<string, string>>) => ToldAccount.below(schema, { scopeOf: () => scope }, {});
    expect(bodyOf(Body, { id: sub, userIds: ['any'], numbers: ['5'] }, 'input', account)).toMatchObject({ id: 'n' });
    expect(account.params).toEqual({ accountId: 'SUB' });
    expect(() => bodyOf(Body, { meetingId: other }, 'input', account)).toThrow(
      refused(/^input\.id belongs to the sub account SUB, but input\.meetingId belongs to the sub account OTHER\. /),
    );
    expect(() => bodyOf(Body, { id: own, numbers: ['1', globalId('SUB,2')] })).toThrow(
      refused(/^input\.id belongs to your own account, but input\.numbers\.1 belongs to the sub account SUB\. /),
    );
    expect(() => bodyOf(Body, { id: sub }, 'argument', below({}))).toThrow(
      refused(/^This field belongs to your own account, but argument\.id belongs to the sub account SUB\. /),
    );
    expect(bodyOf(Body, { id: sub }, 'argument', below({ accountId: 'SUB' }))).toEqual({ id: 'n' });
  });
});

describe('leaves', () => {
  test('that may be missing tell their own facts, and are the type that they wrap', () => {
    const topic = string('What it is about.', { max: 200 });
    const { shape: of } = shape('MachineryMissing', { topic, agenda: string('What is on.'), kind: Kind });
    expect(of.topic.unwrap()).toBe(topic);
    expect(of.topic.def.innerType).toBe(topic);
    expect(bare(of.topic)).toBe(topic);
    expect(metaOf(of.topic)).toEqual({ kind: 'string', description: 'What it is about.', limits: { max: 200 } });
    expect(metaOf(of.agenda)).toEqual({ kind: 'string', description: 'What is on.' });
    expect(metaOf(of.kind).enumValues).toBe(metaOf(Kind).enumValues);
    expect(of.topic.safeParse(undefined).success).toBe(true);
    expect(of.topic.safeParse(1).success).toBe(false);
    expect(of.topic).toBeInstanceOf(z.ZodOptional);
  });

  test.each([
    ['texts', string('One.'), string('Other.', { max: 3 })],
    ['ids', id('One.'), id('Other.', { of: 'MachineryPart' })],
    ['numbers', int('One.'), int('Other.', { max: 3 })],
    ['numeric ids', numericId('One.'), numericId('Other.')],
    ['words', enumOf('MachineryOne', ['a'], 'One.'), enumOf('MachineryOther', ['b'], 'Other.')],
  ])('%s check alike by one type, and have facts of their own', (_, one: z.ZodType, other: z.ZodType) => {
    expect(one).not.toBe(other);
    expect(one._zod).toBe(other._zod);
    expect([one, other, one.optional(), other.describe('Third.')].map((type) => metaOf(type).description)).toEqual([
      'One.',
      'Other.',
      'One.',
      'Third.',
    ]);
    expect(metaOf(other.describe('Third.'))).toEqual({ ...metaOf(other), description: 'Third.' });
    expect(one.safeParse({}).success).toBe(false);
  });
});

describe('names', () => {
  test.each([
    ['host_video', 'hostVideo'],
    ['has_3rd_party_audio', 'has3rdPartyAudio'],
    ['audio-type', 'audioType'],
    ['topic', 'topic'],
    ['a_b_c', 'aBC'],
  ])('%s is shown as %s', (key, name) => {
    expect([fieldName(key), inputName(key)]).toEqual([name, name]);
  });

  const Renamed = shape('MachineryRenamed', {
    dept: renamed('dept', 'department', string()),
    in_meeting: as('hostedInIndia', bool()),
    display_name: renamed('displayName', 'name', string(undefined, { max: 3 })),
    unit_ids: delimitedIds(',', undefined, { of: 'MachineryNode' }),
    extension_number: digits(),
  });

  test('are in inputs what they are in answers', () => {
    const given = { department: 'Law', hostedInIndia: true, name: 'Ada', extensionNumber: '8001' };
    expect(bodyOf(Renamed, given)).toEqual({
      dept: 'Law',
      in_meeting: true,
      display_name: 'Ada',
      extension_number: 8001,
    });
    expect(bodyOf(Renamed, { inMeeting: true })).toEqual({});
    expect(() => bodyOf(Renamed, { hostedInIndia: 'yes' })).toThrow(refused(/^input\.hostedInIndia: /));
    expect(() => bodyOf(Renamed, { name: 'Augusta' })).toThrow(refused(/^input\.name /));
    expect(() => bodyOf(Renamed, { extensionNumber: 'x' })).toThrow(
      refused(/^input\.extensionNumber must be a number/),
    );
  });

  test('that something had before are taken in inputs as well, but not both', () => {
    expect(bodyOf(Renamed, { dept: 'Law', displayName: 'Ada' })).toEqual({ dept: 'Law', display_name: 'Ada' });
    expect(() => bodyOf(Renamed, { displayName: 'Augusta' })).toThrow(refused(/^input\.displayName /));
    expect(() => bodyOf(Renamed, { department: 'Law', dept: 'Law' })).toThrow(
      refused(/^input has department and dept, which are the same\.$/),
    );
  });

  test('that something had before are deprecated, and gone where the value must be given', () => {
    const fieldsFor = (of: Shape) => {
      const asking: Domain = (builder) =>
        builder.queryField('asked', (t) =>
          t.boolean({ args: { input: t.arg({ type: inputOf(builder, of) }) }, resolve: () => true }),
        );
      const input = createSchema({ domains: [asking] }).getType('RenamedOnceInput');
      return isInputObjectType(input)
        ? Object.values(input.getFields()).map(({ name, deprecationReason }) => [name, deprecationReason])
        : [];
    };
    const Once = shape('RenamedOnce', { dept: renamed('dept', 'department', string()) });
    expect(fieldsFor(Once)).toEqual([
      ['department', undefined],
      ['dept', 'Use `department`.'],
    ]);
    expect(fieldsFor(named('RenamedOnce', Once.required()))).toEqual([['department', undefined]]);
  });

  test('of ids in one text are taken by global ids as well', () => {
    expect(bodyOf(Renamed, { unitIds: ['a', globalId('b')] })).toEqual({ unit_ids: 'a,b' });
    expect(() => bodyOf(Renamed, { unitIds: [globalId('n,p', 'MachineryPart')] })).toThrow(refused(/MachineryNode/));
  });

  test('the id of Zoom is `zoomId` of an object, and `id` of an input', () => {
    expect([fieldName('id'), inputName('id')]).toEqual(['zoomId', 'id']);
  });
});

/** What the field of a shape with this one key shows of a value. */
const show = (type: z.ZodType, value: unknown): unknown => {
  const of = shape(`MachineryShown`, { some_key: type }) as Shape;
  let resolve: ((parent: unknown, args: object, context: object) => unknown) | undefined;
  const t = {
    builder: createBuilder(),
    field: (options: { resolve: typeof resolve }) => {
      resolve = options.resolve;
    },
  };
  fieldsOf(of, t as never, { of: (key) => (parent: Raw) => parent[key] });
  return resolve?.({ some_key: value }, {}, {});
};
const upstream = expect.objectContaining({ name: 'ZoomError', kind: 'UPSTREAM' });

describe('what Zoom answers', () => {
  test('is null where it is absent, null or empty', () => {
    const types = [
      id(),
      numericId(),
      string(),
      int(),
      bigInt(),
      float(),
      bool(),
      dateTime(),
      date(),
      url(),
      Kind,
      delimited(';'),
    ];
    for (const type of types) for (const none of [undefined, null, '']) expect(show(type, none)).toBeNull();
    for (const none of [undefined, null]) expect([show(json(), none), show(list(id()), none)]).toEqual([null, null]);
    expect(show(Inner, '')).toBeNull();
  });

  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a number that is an id', numericId(), 85746065432, '85746065432'],
    ['a text that should be a number', int(), '42', 42],
    ['zero', int(), 0, 0],
    ['false', bool(), false, false],
    ['0 for false', bool(), 0, false],
    ['"true"', bool(), 'true', true],
    ['a size in bytes', bigInt(), 5_000_000_000, 5_000_000_000],
    ['an enum', Kind, 2, 'SCHEDULED'],
    ['an enum whose number comes as a text', Kind, '2', 'SCHEDULED'],
    ['an enum with the value 0', Kind, 0, 'NEVER'],
    ['an enum of truth', Truth, false, 'OFF'],
    ['a value that Zoom has added', Kind, 77, 'UNRECOGNIZED'],
    ['a word that Zoom has added', Audio, 'telepathy', 'UNRECOGNIZED'],
    ['an instant', dateTime(), '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'],
    ['an instant with an offset', dateTime(), '2026-03-01T10:00:00+02:00', '2026-03-01T08:00:00Z'],
    ['an instant without a zone', dateTime(), '2026-03-01T10:00:00', '2026-03-01T10:00:00Z'],
    ['an instant with a space in it', dateTime(), '2026-03-01 10:00:00', '2026-03-01T10:00:00Z'],
    ['an instant with milliseconds', dateTime(), '2026-03-01T10:00:00.250', '2026-03-01T10:00:00.250Z'],
    ['a day', date(), '2026-03-01', '2026-03-01'],
    ['a day with a time', date(), '2026-03-01T10:00:00Z', '2026-03-01'],
    ['a URL', url(), 'https://zoom.us/j/1?pwd=a', 'https://zoom.us/j/1?pwd=a'],
    ['a URL without a scheme', url(), 'example.zoom.us/my/ada', 'example.zoom.us/my/ada'],
    ['a URL with a blank in it', secretUrl(), 'https://zoom.us/x y', 'https://zoom.us/x y'],
    ['a list in one text', delimited(';'), 'a@x.com; b@x.com;', ['a@x.com', 'b@x.com']],
    ['a list with the other separator', delimited(';'), 'a@x.com,b@x.com , ', ['a@x.com', 'b@x.com']],
    ['a list with both', delimited(','), 'a.com;b.com, c.com', ['a.com', 'b.com', 'c.com']],
    ['words in one text', delimitedWords(',', Kind), '1, 9', ['INSTANT', 'UNRECOGNIZED']],
    ['a word in capitals', Audio, 'BOTH', 'BOTH'],
    ['a word with a hyphen', Audio, 'third-party', 'THIRD_PARTY'],
    ['a word with a blank', Audio, 'Third Party', 'THIRD_PARTY'],
    ['a word with an underscore', Audio, 'third_party', 'THIRD_PARTY'],
    ['a number that only looks like another', Kind, '-1', 'UNRECOGNIZED'],
    ['a list of enums', list(Kind), [1, 9, ''], ['INSTANT', 'UNRECOGNIZED']],
    ['a list of texts', list(string()), ['a', '', 'b'], ['a', 'b']],
    ['a value of no shape', json(), { a: [1] }, { a: [1] }],
  ])('%s', (_, type, value, shown) => {
    expect(show(type, value)).toEqual(shown);
  });

  test('is every instant that there is, and none else, however it is read', () => {
    const parts = fc.tuple(fc.nat(32), fc.nat(13), fc.nat(24), fc.nat(60), fc.constantFrom(2023, 2024, 2100));
    const two = (part: number) => String(part).padStart(2, '0');
    fc.assert(
      fc.property(parts, ([date, month, hour, minute, year]) => {
        const string = `${year}-${two(month)}-${two(date)}T${two(hour)}:${two(minute)}:${two(minute)}Z`;
        const time = Date.parse(string);
        if (Number.isNaN(time)) expect(() => show(dateTime(), string)).toThrow(upstream);
        else expect(show(dateTime(), string)).toBe(new Date(time).toISOString().replace('.000Z', 'Z'));
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, z.ZodType, unknown]>([
    ['text for a number', int(), 'many'],
    ['an object for a number', float(), {}],
    ['a list for a number', int(), []],
    ['a fraction for a whole number', int(), 1.5],
    ['a number beyond 32 bits', int(), 2 ** 31],
    ['a word for a truth value', bool(), 'perhaps'],
    ['a text for a time', dateTime(), 'soon'],
    ['a text for a day', date(), 'soon'],
    ['a day that does not exist', date(), '2026-02-30'],
    ['an object for a text', string(), { a: 1 }],
    ['an object for an id', id(), {}],
    ['a list for an enum', Kind, []],
    ['an object for a list in one text', delimited(','), {}],
    ['a text for a list', list(string()), 'a'],
    ['an object for a list', list(Inner), {}],
    ['a list for an object', Inner, []],
    ['a text for an object', Inner, 'a'],
    ['a blank for a number', int(), ' '],
    ['a number beyond all', float(), '1e999'],
    ['a number for a time', dateTime(), 1_700_000_000],
    ['a number for a day', date(), 20260301],
  ])('%s is an error of Zoom, not of ours', (_, type, value) => {
    expect(() => show(type, value)).toThrow(upstream);
    expect(() => show(type, value)).toThrow(/some_key/);
  });

  test('is not told in the error: it may be a secret', () => {
    expect(() => show(secretUrl(), { token: 'start' })).toThrow(
      /^Zoom sent a value for `some_key` that is not a string\.$/,
    );
  });

  const leaves: readonly (readonly [name: string, type: z.ZodType, scalar: string])[] = [
    ['id', id(), 'ID'],
    ['numeric id', numericId(), 'ID'],
    ['text', string(), 'String'],
    ['int', int(), 'Int'],
    ['big', bigInt(), 'BigInt'],
    ['float', float(), 'Float'],
    ['bool', bool(), 'Boolean'],
    ['when', dateTime(), 'DateTime'],
    ['day', date(), 'Date'],
    ['url', url(), 'URL'],
    ['json', json(), 'JSON'],
    ['enum', Kind, 'MachineryKind'],
    ['delimited', delimited(';'), 'String'],
  ];
  const scalars = new Map(
    [GraphQLID, GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean, DateTimeResolver, DateResolver].map(
      (scalar) => [scalar.name, scalar],
    ),
  );
  const likely = fc.oneof(
    fc.constantFrom(
      '1',
      'true',
      ' ',
      '0x1F',
      '1e400',
      'Infinity',
      '2026-02-30',
      '+012026-01-01T00:00:00Z',
      '99999-01-01',
    ),
    fc.constantFrom(1e300, -1, 2 ** 31, 0.1, 1_700_000_000, [2026], ['2026-01-01'], 'a;b,c', 'SCHEDULED', 'Scheduled'),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.webUrl(),
  );
  test.each(leaves)(
    'as a %s is a value of its GraphQL type, null, or an error in plain words, whatever it is',
    (_, type, name) => {
      const { description: _none, ...meta } = (type.meta() ?? {}) as { description?: string; enumValues?: unknown };
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), likely), (value) => {
          let shown: unknown;
          try {
            shown = show(type, value);
          } catch (error) {
            expect(error).toEqual(upstream);
            expect(String(error)).toMatch(/: Zoom sent a value for `some_key` that is not an? [a-z0-9 ]+\.$/);
            return;
          }
          for (const one of [shown].flat()) {
            if (one === null) continue;
            if (meta.enumValues) expect(['INSTANT', 'SCHEDULED', 'NEVER', 'UNRECOGNIZED']).toContain(one);
            else if (name === 'BigInt') expect(Number.isInteger(one)).toBe(true);
            else if (name === 'URL') expect(typeof one).toBe('string');
            else expect(() => scalars.get(name)?.serialize(one)).not.toThrow();
          }
        }),
        { numRuns: 1000 },
      );
    },
  );
});
