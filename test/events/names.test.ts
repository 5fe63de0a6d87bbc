/** The declarations of events beside the types of Zoom's SDK: no event of the products of the graph is left out, and nothing is made up. */
import { expect, test } from 'vitest';
import { EVENTS, FAMILIES } from '../../src/zoom/api/events/index.ts';
import { bare, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Example, sdkEvents } from '../agree/sdk-events.ts';

/** Products whose events this gateway does not hear, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  chatbot: 'They are sent to the chatbot’s own app, which has to answer them.',
  marketplace: 'They are about apps, not about what an account has.',
  videosdk: 'The Video SDK is another product, with accounts and credentials of its own.',
};
const ours = sdkEvents.filter(({ product }) => !(product in ELSEWHERE));

test('the SDK’s types are read', () => {
  expect(new Set(ours.map(({ product }) => product))).toEqual(
    new Set(['accounts', 'meetings', 'phone', 'teamchat', 'users']),
  );
  expect(ours.length).toBeGreaterThan(240);
});

test('every event of the SDK is declared', () => {
  expect(ours.map(({ body }) => body.event).filter((name) => !EVENTS.has(name))).toEqual([]);
});

test('no event is made up', () => {
  const known = new Set(ours.map(({ body }) => body.event));
  expect([...EVENTS.keys()].filter((name) => !known.has(name))).toEqual([]);
});

/** Fields of types that the graph has for other answers too, and that events leave out. */
const LEFT_OUT: readonly string[] = ['RecordingFile.deleted_time', 'ChatFile.download_url'];

const examplesIn = (value: unknown): readonly Example[] =>
  Array.isArray(value)
    ? value.flatMap(examplesIn)
    : typeof value === 'object' && value !== null
      ? [value as Example]
      : [];
/** What is sent of each shape, by its name, wherever events hold it. */
const sentOf = new Map<string, { readonly declared: readonly string[]; readonly sent: Set<string> }>();
const look = (name: string, of: Shape, examples: readonly Example[]): void => {
  const { sent } = sentOf.get(name) ?? { sent: new Set<string>() };
  sentOf.set(name, { declared: Object.keys(of.shape), sent });
  for (const example of examples) for (const key of Object.keys(example)) sent.add(key);
  for (const [key, type] of Object.entries(of.shape)) {
    const within = bare(type);
    const item = 'element' in within ? bare(within.element as never) : within;
    if ('shape' in item)
      look(
        metaOf(item).name ?? `${name}.${key}`,
        item as Shape,
        examples.flatMap((one) => examplesIn(one[key])),
      );
  }
};
for (const { events, object, beside, name } of FAMILIES) {
  const names = new Set(Object.values(events).flatMap(([, ...names]) => names));
  const payloads = ours.filter(({ body }) => names.has(body.event)).map(({ body }) => body.payload);
  look(
    `${name} object`,
    object,
    payloads.flatMap((payload) => examplesIn(payload.object)),
  );
  if (beside) look(`${name} beside`, beside, payloads);
}

test.each([...sentOf])('what %s declares is in a type of the SDK', (name, { declared, sent }) => {
  expect(declared.filter((key) => !sent.has(key) && !LEFT_OUT.includes(`${name}.${key}`))).toEqual([]);
});
