/** Mutations by chance, as clients send them: once, with a key and again, twice at once, several in one request. */
import type { ReceivedCall } from '../../src/sandbox/index.ts';
import { endsOf, isRaw, type Raw } from '../exerciser/graph.ts';
import type { Result, Run } from '../run.ts';
import type { Dice } from './dice.ts';

/** Things of a kind, and how they come and go. All of them have a name by which Zoom's calls and the account are searched. */
interface Family {
  readonly type: string;
  /** The field of payloads, and of inputs with `Id`. */
  readonly thing: string;
  readonly id?: string;
  /** The field that holds the name. */
  readonly named: string;
  readonly create: (name: string) => Raw;
  /** What an update must have besides. */
  readonly also?: Raw;
  readonly remove?: (account: Raw) => Raw;
  /** Where all of them are listed. */
  readonly listed: readonly string[];
  /** What the list must be told. */
  readonly with?: string;
}

const ADDRESS = { country: 'US', addressLine1: '55 Almaden', city: 'San Jose', zip: '95113', stateCode: 'CA' };
const ROOM_SYSTEM = { ip: '10.100.10.1', protocol: 'H323', encryption: 'AUTO' };
const FAMILIES: readonly Family[] = [
  {
    type: 'Meeting',
    thing: 'meeting',
    named: 'topic',
    create: (topic) => ({ userId: 'me', topic }),
    listed: ['me', 'meetings'],
  },
  {
    type: 'Webinar',
    thing: 'webinar',
    named: 'topic',
    create: (topic) => ({ userId: 'me', topic }),
    listed: ['me', 'webinars'],
  },
  { type: 'Group', thing: 'group', named: 'name', create: (name) => ({ name }), listed: ['groups'] },
  { type: 'ImGroup', thing: 'group', named: 'name', create: (name) => ({ name }), listed: ['imGroups'] },
  { type: 'Role', thing: 'role', named: 'name', create: (name) => ({ name }), listed: ['roles'] },
  {
    type: 'TrackingField',
    thing: 'trackingField',
    id: 'trackingFieldId',
    named: 'field',
    create: (field) => ({ field }),
    listed: ['trackingFields'],
  },
  {
    type: 'H323Device',
    thing: 'h323Device',
    id: 'h323DeviceId',
    named: 'name',
    create: (name) => ({ name, ...ROOM_SYSTEM }),
    also: ROOM_SYSTEM,
    listed: ['h323Devices'],
  },
  {
    type: 'PhoneSite',
    thing: 'phoneSite',
    id: 'siteId',
    named: 'name',
    create: (name) => ({ name, autoReceptionistName: name, defaultEmergencyAddress: ADDRESS }),
    remove: ({ siteId }) => ({ transferSiteId: siteId }),
    listed: ['phone', 'sites'],
  },
  {
    type: 'User',
    thing: 'user',
    named: 'firstName',
    create: (firstName) => ({
      action: 'CREATE',
      userInfo: { email: `${firstName}@example.com`, type: 'BASIC', firstName, lastName: 'New' },
    }),
    remove: () => ({ action: 'DELETE' }),
    listed: ['users'],
    with: 'status: [ACTIVE, PENDING]',
  },
];

/** Something that a client made, by the id and the name that it has for it. */
interface Thing {
  readonly family: Family;
  readonly zoomId: string;
  readonly name: string;
}

/** How a client sends a mutation. */
type Manner = 'once' | 'keyed' | 'twice at once' | 'with another';

export interface Write {
  readonly name: string;
  /** Sends it; gives all answers. */
  ask(run: Run): Promise<readonly Result[]>;
  /** What is wrong, in words. `calls` are those that Zoom received meanwhile. */
  judge(results: readonly Result[], calls: readonly ReceivedCall[]): string[];
}

/** These errors say that the write may have been made (docs/errors.md). */
const UNCLEAR: ReadonlySet<unknown> = new Set(['UPSTREAM_ERROR', 'TIMEOUT']);
const HONEST: ReadonlySet<unknown> = new Set([...UNCLEAR, 'RATE_LIMITED', 'UNAUTHENTICATED']);
/** A client sends a write with a key again so often. */
const MOST_TRIES = 4;
const FIELD = 'write';

/** Whether Zoom has done it, whatever became of its answer. */
const isDone = ({ status, fault }: ReceivedCall): boolean => status >= 200 && status < 300 && fault !== 'html';

export class Writes {
  readonly #dice: Dice;
  readonly #things: Thing[] = [];
  /** The names of what is there, as Zoom's calls tell. */
  readonly #there = new Map<Family, Set<string>>(FAMILIES.map((family) => [family, new Set()]));
  readonly #account: Raw;
  #made = 0;

  /** `account`: ids of the account that some mutations need. */
  constructor(dice: Dice, account: Raw) {
    this.#dice = dice;
    this.#account = account;
  }

  next(): Write {
    const dice = this.#dice;
    const manner = dice.of<Manner>(['once', 'once', 'once', 'keyed', 'keyed', 'twice at once', 'with another']);
    const name = `storm${++this.#made}x`;
    const what = dice(5);
    if (what < 2 || this.#things.length === 0) return this.#create(dice.of(FAMILIES), name, manner);
    const [thing] = this.#things.splice(dice(this.#things.length), 1) as [Thing];
    return what < 4 ? this.#update(thing, name, manner) : this.#remove(thing, manner);
  }

  /** What is wrong with the account in the end: names of the clients' that are missing, doubled, or should not be there. */
  async wrongIn(run: Run): Promise<string[]> {
    const problems: string[] = [];
    for (const [family, names] of this.#there) {
      const { listed, named, with: told = '' } = family;
      const text = listed.reduceRight(
        (within, field, i) =>
          i === listed.length - 1 ? `${field}(first: 1000 ${told}) { nodes { ${named} } }` : `${field} { ${within} }`,
        '',
      );
      const { data } = await run(`{ ${text} }`);
      const found = endsOf(
        data,
        [...listed, 'nodes'].map((field) => ({ name: field, isList: false })),
      )
        .map((one) => String(one[named]))
        .filter((one) => /^storm\d+x$/.test(one));
      const [is, should] = [found, [...names]].map((all) => all.sort().join(' '));
      if (is !== should) problems.push(`${family.type}: there is ${is}; there should be ${should}.`);
    }
    return problems;
  }

  #create(family: Family, name: string, manner: Manner): Write {
    return this.#write(family, `create${family.type}`, family.create(name), name, manner, {
      isOurs: ({ method, body }) => method === 'POST' && JSON.stringify(body ?? null).includes(name),
      done: () => this.#there.get(family)?.add(name),
      known: (zoomId) => this.#things.push({ family, zoomId, name }),
    });
  }

  #update(thing: Thing, name: string, manner: Manner): Write {
    const { family, zoomId } = thing;
    const { id = `${family.thing}Id`, named, also, type } = family;
    const isOurs = ({ body }: ReceivedCall) => JSON.stringify(body ?? null).includes(name);
    return this.#write(family, `update${type}`, { [id]: zoomId, ...also, [named]: name }, name, manner, {
      isOurs,
      done: () => {
        this.#there.get(family)?.delete(thing.name);
        this.#there.get(family)?.add(name);
        this.#things.push({ ...thing, name });
      },
      undone: () => this.#things.push(thing),
    });
  }

  #remove(thing: Thing, manner: Manner): Write {
    const { family, zoomId, name } = thing;
    const { id = `${family.thing}Id`, remove, type } = family;
    return this.#write(family, `delete${type}`, { [id]: zoomId, ...remove?.(this.#account) }, undefined, manner, {
      isOurs: ({ method, url }) => method === 'DELETE' && url.includes(encodeURIComponent(zoomId)),
      done: () => this.#there.get(family)?.delete(name),
      undone: () => this.#things.push(thing),
    });
  }

  #write(
    { thing, named }: Family,
    mutation: string,
    input: Raw,
    name: string | undefined,
    manner: Manner,
    { isOurs, done, undone, known }: Effects,
  ): Write {
    const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const payload = name === undefined ? '__typename' : `${thing} { zoomId ${named} }`;
    const key = manner === 'keyed' || manner === 'twice at once' ? `@idempotent(key: "${mutation} ${this.#made}")` : '';
    const other =
      manner === 'with another' ? 'other: updateUser(input: { userId: "me", dept: "Storms" }) { __typename }' : '';
    const text = `mutation ($input: ${Input}!) { ${FIELD}: ${mutation}(input: $input) ${key} { ${payload} } ${other} }`;
    const send = (run: Run) => run(text, { input });
    return {
      name: `${manner}: ${mutation} ${JSON.stringify(input)}`,
      ask: async (run) => {
        if (manner === 'twice at once') return Promise.all([send(run), send(run)]);
        const results = [await send(run)];
        while (manner === 'keyed' && results.at(-1)?.errors && results.length < MOST_TRIES)
          results.push(await send(run));
        return results;
      },
      judge: (results, calls) => {
        const times = calls.filter((call) => isOurs(call) && isDone(call)).length;
        if (times > 0) done();
        else undone?.();
        const made = results.flatMap(({ data }) => at(data, [FIELD, thing])).find(({ zoomId }) => zoomId);
        if (made) known?.(String(made.zoomId));
        return [
          ...(times > 1 ? [`It was made ${times} times.`] : []),
          ...results.flatMap(unexplained),
          ...unmade(results, times),
          ...results.filter((result) => !refusalIn(result)).flatMap((result) => unlike(result, name, thing, named)),
        ];
      },
    };
  }
}

interface Effects {
  readonly isOurs: (call: ReceivedCall) => boolean;
  readonly done: () => void;
  readonly undone?: () => void;
  readonly known?: (zoomId: string) => void;
}

const at = (data: unknown, names: readonly string[]): readonly Raw[] =>
  endsOf(
    data,
    names.map((name) => ({ name, isList: false })),
  );

/** The error of the write itself; one of something that its payload shows says that it was made. */
const refusalIn = ({ errors = [] }: Result) => errors.find(({ path = [] }) => path[0] === FIELD && path.length === 1);

const unexplained = ({ errors = [] }: Result): string[] =>
  errors
    .filter(({ extensions: { code } }) => !HONEST.has(code))
    .map(({ message, extensions: { code } }) => `The faults do not explain ${code}: ${message}`);

/** Whether what the answers say of a write is so, which was made so many times. */
const unmade = (results: readonly Result[], times: number): string[] => {
  const refusals = results.flatMap((result) => refusalIn(result) ?? []);
  if (times === 0 && refusals.length < results.length) return ['It was not made, and no error says so.'];
  // One who was refused before it began, and sent it again, was told the truth both times.
  const isMadeByAnother = refusals.length < results.length;
  return times > 0 && !isMadeByAnother && !refusals.some(({ extensions: { code } }) => UNCLEAR.has(code))
    ? refusals.map(({ message }) => `It was made, and an error says that it was not: ${message}`)
    : [];
};

/** Whether a payload shows the name that was written, or says why it does not. */
const unlike = (
  { data, errors = [], extensions }: Result,
  name: string | undefined,
  thing: string,
  named: string,
): string[] => {
  const payload = data?.[FIELD];
  if (!isRaw(payload)) return ['It has no payload, and no error.'];
  if (name === undefined) return [];
  const shown = payload[thing];
  const isTold = errors.some(({ path = [] }) => path[0] === FIELD) || extensions?.zoom?.notes !== undefined;
  const value = isRaw(shown) ? shown[named] : shown;
  return value === name || (value === null && isTold) ? [] : [`It shows ${JSON.stringify(shown)}, and not ${name}.`];
};

/** Ids of the account that some mutations need. */
export const accountFor = async (run: Run): Promise<Raw> => {
  const { data } = await run('{ phone { sites(first: 1) { nodes { zoomId } } } }');
  const [site] = at(data, ['phone', 'sites', 'nodes']);
  return { siteId: site?.zoomId };
};
