/** How much of bodies the process holds at once, all requests together: without a bound, many small ones would fill it. */
import type { GraphQLError } from 'graphql';
import { httpError } from './errors.ts';

/** What one request holds of the budget. */
export interface Share {
  /** Takes so much; gives the error for the client when the budget is spent. */
  take(bytes: number): GraphQLError | undefined;
  /** Gives back all that was taken. */
  release(): void;
}

/** A budget of so many bytes. */
export class BodyBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  share(): Share {
    let taken = 0;
    return {
      take: (bytes) => {
        if (bytes > this.#left) return overloaded();
        this.#left -= bytes;
        taken += bytes;
        return undefined;
      },
      release: () => {
        this.#left += taken;
        taken = 0;
      },
    };
  }
}

const overloaded = () =>
  httpError(503, 'OVERLOADED', 'The gateway holds as many bodies of requests as it can. Send it again in a moment.', {
    'retry-after': '5',
    connection: 'close',
  });
