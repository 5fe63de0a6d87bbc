/** Zoom's own SDK reads and writes the sandbox: every operation that both have. What becomes of what it writes is in sdk-client.test.ts. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operations } from '../../src/zoom/api/index.ts';
import { type Endpoint, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { nameless, type SdkOperation, sdkOperations } from '../agree/sdk.ts';
import { filled, type Values as Made, told } from '../exerciser/fill.ts';
import { wrongIn } from './answers.ts';
import { type Asking, askingOf, isOwn } from './asking.ts';
import { MINUTE, NOW, type Zoom, zoomOf } from './harness.ts';
import { callBy, type Sdk, sdkOf, streamOf } from './sdk.ts';
import { inputsFor } from './sdk-input.ts';
import { encoded } from './values.ts';

const known = new Map(sdkOperations.map((operation) => [operation.name, operation]));
const shared = operations.filter(isOwn).flatMap((endpoint) => {
  const operation = known.get(nameless(nameOf(endpoint)));
  return operation ? [[nameOf(endpoint), endpoint, operation] as const] : [];
});

let zoom: Zoom;
let sdk: Sdk;
let asking: Asking;
let made: Made;
let particular: ReturnType<typeof inputsFor>['particular'];
beforeAll(async () => {
  zoom = await zoomOf();
  sdk = sdkOf(zoom);
  asking = await askingOf(zoom);
  const inputs = inputsFor(zoom);
  particular = inputs.particular;
  made = await inputs.common();
});
/** All begin at the same time: what is listed of a day is gone on the next. */
beforeEach(() => {
  zoom.sandbox.setNow(NOW);
  zoom.sandbox.reset();
});
afterAll(() => zoom.sandbox.close());

/** Values by the names that the SDK has for what stands in the path. */
const pathFor = ({ path }: Endpoint, { parameters }: SdkOperation, values: Made) => {
  const ours = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => String(values[name] ?? name));
  return Object.fromEntries(parameters.map((name, i) => [name, encoded(ours[i] ?? '')]));
};
const MOST = 12;

test.each(shared.filter(([, { method }]) => method === 'GET'))('reads %s', async (_, endpoint, operation) => {
  const refused: string[] = [];
  for await (const values of asking.valuesFor(endpoint)) {
    zoom.pass(MINUTE);
    const given = { path: pathFor(endpoint, operation, values), query: asking.queryOf(endpoint) };
    const reply = await callBy(sdk, operation, given).catch((error: Error) => refused.push(error.message));
    if (typeof reply === 'number') continue;
    expect(zoom.sandbox.calls.at(-1)).toMatchObject({ method: endpoint.method, path: endpoint.path, status: 200 });
    expect(wrongIn(endpoint, reply.data)).toEqual([]);
    return;
  }
  expect(refused).toEqual(['one that is answered']);
});

/** Values for a path and a body, likely ones first. */
const inputs = async function* (endpoint: Endpoint): AsyncGenerator<Made> {
  const own = await particular[nameOf(endpoint)]?.();
  for (const more of own?.slice(0, 8) ?? [{}]) {
    let sets = 0;
    for await (const values of asking.valuesFor(endpoint)) {
      yield { ...made, ...values, ...more };
      if (sets++ > MOST) break;
    }
  }
};
const eachIn = (body: object, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [key, change(value)]));
/** The body with streams in place of files. */
const streamed = async (body: object) => {
  const files = Object.values(body).filter((value) => value instanceof File);
  const streams = new Map(await Promise.all(files.map(async (file) => [file, await streamOf(file)] as const)));
  return eachIn(body, (value) => (value instanceof File ? streams.get(value) : value));
};
/** The body as the sandbox records it. */
const toldOf = (body: object) => eachIn(body, told);

test.each(shared.filter(([, { method }]) => method !== 'GET'))('writes %s', async (_, endpoint, operation) => {
  const refused: string[] = [];
  for await (const values of inputs(endpoint)) {
    zoom.pass(MINUTE);
    const body = endpoint.body && filled(endpoint.body, values);
    const query = endpoint.query && { ...asking.queryOf(endpoint), ...filled(endpoint.query, values) };
    const path = pathFor(endpoint, operation, values);
    const given = { path, ...(query && { query }), ...(body && { body: await streamed(body) }) };
    const reply = await callBy(sdk, operation, given).catch((error: Error) => refused.push(error.message));
    if (typeof reply === 'number') continue;
    const call = zoom.sandbox.calls.at(-1);
    expect(call).toMatchObject({ method: endpoint.method, path: endpoint.path, ...(body && { body: toldOf(body) }) });
    expect(wrongIn(endpoint, reply.data === '' ? undefined : reply.data)).toEqual([]);
    return;
  }
  expect(refused).toEqual(['one that is taken']);
});

test('what both have is most of what there is, and no value is there for nothing', () => {
  expect(shared.length).toBeGreaterThan(300);
  const names = new Set(shared.map(([name]) => name));
  expect(Object.keys(particular).filter((name) => !names.has(name))).toEqual([]);
});
