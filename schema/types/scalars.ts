/** Scalars of the gateway's own making. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { InputError } from '../../resolvers/errors.ts';

const refused = (): never => {
  throw new GraphQLError('A file is sent as a part of its own: see the GraphQL multipart request specification.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

export const FileScalar = new GraphQLScalarType<File, never>({
  name: 'File',
  description:
    'A file that is uploaded: null in the variables, and a part of its own in a request that follows the GraphQL multipart request specification.',
  specifiedByURL: 'https://github.com/jaydenseric/graphql-multipart-request-spec',
  parseValue: (value) => (value instanceof File ? value : refused()),
  parseLiteral: refused,
  serialize: refused,
});

/** A time as Zoom writes it together with a time zone: `2026-12-01T09:00:00` on the clocks of that zone. */
export class LocalTime {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The local time that a text is; undefined for one with a zone, or for none. */
  static in(value: unknown): LocalTime | undefined {
    const [, minutes, seconds = ':00'] = (typeof value === 'string' && LOCAL.exec(value)) || [];
    if (minutes === undefined) return undefined;
    const text = `${minutes}${seconds}`;
    const time = Date.parse(`${text}Z`);
    // A day that does not exist, such as 30 February, is read as another one.
    return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? undefined : new LocalTime(text);
  }
}
const LOCAL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?$/;

/** The instant of a time. Throws InputError for a local time, of which nobody says where it is meant. */
export const instantOf = (time: string | Date | LocalTime): Date => {
  if (time instanceof LocalTime)
    throw new InputError(`"${time.text}" is a time without its zone. Add "Z" for UTC, or an offset such as "+01:00".`);
  return new Date(time);
};

/** A time as Zoom writes it: whole seconds, with a fraction only where there is one. */
export const textOfTime = (time: Date): string => time.toISOString().replace('.000Z', 'Z');

/** Clients may give a local time as well: what it is given for must have a time zone (shape.ts). */
export const DateTimeScalar = new GraphQLScalarType<Date | LocalTime, string>({
  ...DateTimeResolver.toConfig(),
  description:
    'A time, such as 2026-12-01T09:00:00Z or 2026-12-01T10:00:00+01:00. Where an input also has a `timezone`, it may be a local time of that zone, such as 2026-12-01T09:00:00.',
  serialize: (value) => textOfTime(DateTimeResolver.serialize(value)),
  parseValue: (value) => LocalTime.in(value) ?? DateTimeResolver.parseValue(value),
  parseLiteral: (node: ValueNode, variables) =>
    (node.kind === Kind.STRING && LocalTime.in(node.value)) || DateTimeResolver.parseLiteral(node, variables),
});
