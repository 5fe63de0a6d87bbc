/** Polls prepared for a meeting, and what those of webinars have alike. */
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { Poll } from '../../src/zoom/api/meetings/polls.entities.ts';
import * as api from '../../src/zoom/api/meetings/polls.ts';
import type { Endpoint, ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { MutationOptions } from '../fields/mutation.ts';
import type { Builder, Domain } from '../types/builder.ts';

/** The polls of meetings or of webinars: their type, what they are prepared for, and how they are listed and written. */
interface Polls {
  readonly of: EntityType;
  readonly owner: EntityType;
  readonly list: ListEndpoint;
  readonly create: Endpoint;
  readonly update: Endpoint;
  readonly remove: Endpoint;
}
/** Shows polls, at what they are prepared for, and the mutations that write them one by one. */
export const showPolls = (builder: Builder, { of, owner, list, create, update, remove }: Polls): void => {
  const { name } = owner;
  const word = name.toLowerCase();
  entityObject(builder, of);
  builder.objectField(refOf(builder, owner), 'polls', (t) =>
    t.zoomConnection({ list, of, description: `The polls prepared for the ${word}.` }),
  );

  const inPath = { [`${word}Id`]: owner };
  const pathEntities = { ...inPath, pollId: of };
  const payload = { poll: of, [word]: owner };
  const mutations: Readonly<Record<string, MutationOptions>> = {
    [`create${name}Poll`]: {
      endpoint: create,
      description: `Creates a poll for a ${word}.`,
      pathEntities: inPath,
      payload,
    },
    [`update${name}Poll`]: {
      endpoint: update,
      description: `Updates a poll of a ${word}: what is given replaces it.`,
      pathEntities,
      payload,
    },
    [`delete${name}Poll`]: {
      endpoint: remove,
      description: `Deletes a poll of a ${word}.`,
      pathEntities,
      payload: { [word]: owner },
      deletes: of,
    },
  };
  for (const [mutation, options] of Object.entries(mutations))
    builder.mutationField(mutation, (t) => t.zoomMutation(mutation, options));
};

export const pollsDomain: Domain = (builder) => {
  showPolls(builder, {
    of: Poll,
    owner: Meeting,
    list: api.listPolls,
    create: api.createPoll,
    update: api.updatePoll,
    remove: api.deletePoll,
  });
  builder.mutationField('createMeetingPolls', (t) =>
    t.zoomMutation('createMeetingPolls', {
      endpoint: api.createBatchPolls,
      description: 'Creates several polls for a meeting. A meeting can have 50 polls.',
      pathEntities: { meetingId: Meeting },
      payload: {
        polls: { of: Poll, items: 'polls', list: api.listPolls, description: 'The new polls.' },
        meeting: Meeting,
      },
    }),
  );
};
