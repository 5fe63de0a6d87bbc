/** A list that is handed on page by page. */
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, connectionOf, type Reading } from '../../../resolvers/connection/connection.ts';
import type { Edge } from '../../../resolvers/connection/edge.ts';
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Context } from '../../../resolvers/context.ts';
import { PageStream } from '../page-stream.ts';
import { tellFailures } from './failures.ts';
import { PendingConnection, type Shown, shown } from './page.ts';

/** The first page as soon as it is there, and the others behind it, where there are more: what is below need not wait for all. */
export const inPages = (
  context: Context,
  query: ListQuery,
  admit: Reading['admit'],
  info: GraphQLResolveInfo,
): Promise<Shown> =>
  new Promise((resolve, reject) => {
    let flow: PageStream<Edge<unknown>> | undefined;
    const read = async (): Promise<Connection<unknown>> => {
      const handOn: Reading['handOn'] = (edges) => {
        flow ??= new PageStream(complete.then((connection) => connection.edges));
        flow.advance(edges);
        resolve(new PendingConnection(flow, complete));
      };
      const connection = await connectionOf(context.store, query, context.note, { handOn, admit });
      tellFailures(connection, context, info);
      return connection;
    };
    const complete = read();
    complete.then((connection) => resolve(shown(connection)), reject);
  });
