/** Clients of all gateways that ask for more than Zoom's limits allow, each again as soon as it is answered. */
import { post } from '../server/post.ts';
import { type Fleet, USERS } from './fleet.ts';

/** What the Pro plan allows a second, by label. */
export const LIMITS = { LIGHT: 30, MEDIUM: 20, HEAVY: 10 } as const;
export type Label = keyof typeof LIMITS;
export const LABELS = Object.keys(LIMITS) as Label[];
/** How many clients each gateway has for each label: more than it has calls a second, so that some always wait. */
const CLIENTS: Readonly<Record<Label, number>> = { LIGHT: 14, MEDIUM: 10, HEAVY: 6 };

/** How a question was answered. */
export interface Answered {
  readonly gateway: string;
  readonly ms: number;
  /** "right", "wrong", the code of an error, or "none" where no answer came. */
  readonly how: string;
}

interface User {
  readonly zoomId: string;
  readonly email: string;
}
interface Data {
  readonly user: User & {
    readonly meetings: { readonly nodes: readonly { readonly host: { readonly zoomId: string } }[] };
    readonly meetingReports: { readonly nodes: readonly { readonly userEmail: string }[] };
  };
}
interface Ask {
  readonly query: string;
  readonly isRight: (data: Data, user: User) => boolean;
}

const DAY_MS = 86_400_000;
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** What is asked of a user: one REST call each time, of the label. */
const ASKS: Readonly<Record<Label, Ask>> = {
  LIGHT: {
    query: 'query ($id: ID!) { user(id: $id) { zoomId email } }',
    isRight: ({ user }, { zoomId, email }) => user.zoomId === zoomId && user.email === email,
  },
  MEDIUM: {
    query: 'query ($id: ID!) { user(id: $id) { meetings(first: 1) { nodes { host { zoomId } } } } }',
    isRight: ({ user }, { zoomId }) =>
      user.meetings.nodes.length === 1 && user.meetings.nodes.every(({ host }) => host.zoomId === zoomId),
  },
  HEAVY: {
    query: `query ($id: ID!) { user(id: $id) { meetingReports(from: "${dayAgo(20)}", to: "${dayAgo(1)}", first: 1) { nodes { userEmail } } } }`,
    isRight: ({ user }, { email }) => user.meetingReports.nodes.every(({ userEmail }) => userEmail === email),
  },
};

export interface Load {
  /** All that was answered since this was asked last. */
  answered(): readonly Answered[];
  /** Nobody asks anew; resolves when all are answered. */
  stop(): Promise<void>;
}

export const loadOn = async ({ gateways }: Fleet): Promise<Load> => {
  const [first] = gateways;
  const query = `{ users(first: ${USERS}) { nodes { zoomId email } } }`;
  const list = (await (await fetch(first?.url ?? '', post({ query }))).json()) as {
    data: { users: { nodes: readonly User[] } };
  };
  const users = list.data.users.nodes;
  let answers: Answered[] = [];
  let isOver = false;
  let nth = 0;
  const ask = async (gateway: string, { query, isRight }: Ask): Promise<string> => {
    const user = users[nth++ % users.length] as User;
    const since = Date.now();
    const how = await fetch(gateway, post({ query, variables: { id: user.zoomId } })).then(
      async (response) => {
        const { data, errors } = (await response.json()) as {
          data: Data;
          errors?: { extensions: { code: string } }[];
        };
        return errors?.[0]?.extensions.code ?? (isRight(data, user) ? 'right' : 'wrong');
      },
      () => 'none',
    );
    answers.push({ gateway, ms: Date.now() - since, how });
    return how;
  };
  const client = async (gateway: string, asks: Ask) => {
    // A gateway that is gone is not asked again.
    while (!isOver && (await ask(gateway, asks)) !== 'none');
  };
  const clients = gateways.flatMap(({ url }) =>
    LABELS.flatMap((label) => Array.from({ length: CLIENTS[label] }, () => client(url, ASKS[label]))),
  );
  return {
    answered: () => {
      const since = answers;
      answers = [];
      return since;
    },
    stop: async () => {
      isOver = true;
      await Promise.all(clients);
    },
  };
};
