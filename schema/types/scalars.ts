/** The scalar of uploads. */
import { GraphQLError, GraphQLScalarType } from 'graphql';

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
