/**
 * Drives every place of the graph that carries `@rest` over a sandbox: whether the call is sent, whether it answers without
 * an error, whether all that Zoom answered arrives, and whether all that a client may give is sent. A new operation is
 * covered by being declared.
 */
import { schema } from '../../schema/index.ts';
import { operations as declared } from '../../src/zoom/api/index.ts';
import { nameOf } from '../../src/zoom/declare/endpoint.ts';
import { wrongIn } from '../sandbox/answers.ts';
import { type ObjectSet, placesOf, waysFrom } from './graph.ts';
import { keysFrom } from './keys.ts';
import { readingsOf } from './reading.ts';
import { startExerciserWorld } from './world.ts';
import { writingsOf } from './writing.ts';

export interface Report {
  readonly coordinate: string;
  /** What is wrong, as sentences; empty when all is well. */
  readonly problems: readonly string[];
  /** The operations that answered well, as "GET /users/{userId}". */
  readonly driven: readonly string[];
}

export interface Exerciser {
  drive(place: ObjectSet): Promise<Report>;
  /** How queries went beyond their costs, in words. */
  readonly beyond: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Every place that carries `@rest`, and every operation named by one. */
export const places = placesOf(schema);
export const operations: ReadonlySet<string> = new Set(places.flatMap(({ endpoints }) => endpoints.map(nameOf)));

/** The operations as they are declared; places may show them by other shapes. */
const known = new Map(declared.map((endpoint) => [nameOf(endpoint), endpoint]));

export const startExerciser = async (): Promise<Exerciser> => {
  const { ask, beyond, close } = await startExerciserWorld();
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no query type.');
  const ways = waysFrom(query);
  const keys = keysFrom(ask, schema, ways);
  const read = readingsOf({ ask, keys, schema, ways });
  const write = writingsOf({ ask, keys });
  // Every write needs them, and to find them a query of each type goes out: no place of its own should pay for that.
  await keys.likelyIds();

  return {
    beyond,
    close,
    drive: async (place) => {
      const isMutation = place.type === schema.getMutationType();
      const { problems: found, calls } = await (isMutation ? write(place) : read(place));
      const own = new Set(place.endpoints.map(nameOf));
      const answered = calls.filter(({ operation, status }) => own.has(operation) && status < 300);
      const wrong = answered.flatMap(({ operation, answer }) => {
        const endpoint = known.get(operation);
        return endpoint ? wrongIn(endpoint, answer).map((what) => `${operation} answers ${what}`) : [];
      });
      const problems = [...found, ...new Set(wrong)];
      const driven = problems.length > 0 ? [] : [...new Set(answered.map(({ operation }) => operation))];
      return { coordinate: place.coordinate, problems, driven };
    },
  };
};
