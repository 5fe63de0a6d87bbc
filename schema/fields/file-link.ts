/** Fields that make a link of the gateway's own to a file of Zoom's, or to all files of something. */
import type { FieldKind, SchemaTypes } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import type { Context } from '../../resolvers/context.ts';
import { Entity } from '../../resolvers/entity.ts';
import { InputError } from '../../resolvers/errors.ts';
import { type FileLink, type FileRef, MINUTES } from '../../resolvers/links.ts';
import type { Store } from '../../resolvers/store.ts';
import { type Builder, perBuilder, type Types } from '../types/builder.ts';
import { needed } from './entity.ts';

interface LinkOptions<P> {
  readonly description: string;
  /** The file that the parent tells of; null where there is none. */
  readonly to: (parent: P, store: Store) => FileRef | null;
  /** Of an entity: the fields by which `to` tells. */
  readonly requires?: readonly string[];
}

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A link by which a browser fetches a file from the gateway. It takes no call. */
      fileLink: (options: LinkOptions<ParentShape>) => FieldRef<Types, unknown, Kind>;
    }
  }
}
/** What `fileLink` takes for a link to all files that an entity lists there. `what` names them. */
export const allFilesIn = (list: 'recording_files' | 'archive_files', what: string): LinkOptions<Entity> => ({
  requires: ['uuid', list],
  to: (entity) =>
    (entity.get(list) as readonly { readonly download_url?: unknown }[] | null)?.some(
      ({ download_url }) => download_url,
    )
      ? { of: entity.type.name, params: entity.params }
      : null,
  description: `A link to ${what}, as one ZIP archive; null where there is none to fetch. The archive is made while it is sent: it has no size before, and cannot be fetched in parts.`,
});

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
const methods = RootFieldBuilder.prototype as unknown as PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;

const linkType = perBuilder((builder: Builder) =>
  builder.objectRef<FileLink>('FileLink').implement({
    description:
      'A link of the gateway by which a file can be fetched, with no token and no sign-in. Anyone who has it can fetch the file until it expires, whatever their permissions: pass it on with care.',
    fields: (t) => ({
      url: t.field({
        type: 'URL',
        nullable: false,
        description:
          'Where the file is. GET answers with its bytes, also with parts of them (`Range`), and HEAD returns its size. It holds no token of Zoom, and cannot be read or changed.',
        resolve: ({ url }) => url,
      }),
      expiresAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When the link expires. A download that has begun by then is finished.',
        resolve: ({ expiresAt }) => expiresAt,
      }),
    }),
  }),
);

methods.fileLink = function fileLink(this: typeof methods, { description, to, requires = [] }) {
  const { builder } = this as unknown as { builder: Builder };
  return this.field({
    type: linkType(builder),
    nullable: true,
    description: `${description} It needs the server’s own credentials: FORBIDDEN where the request brought its own Zoom token.`,
    args: {
      minutes: (this as unknown as { arg: { int: (options: object) => never } }).arg.int({
        defaultValue: MINUTES.usual,
        description: `How long the link lasts, ${MINUTES.most} minutes at most, which is a day.`,
      }),
    },
    // Whoever has the link has the file.
    needs: 'sensitive',
    extensions: { requires, showsPlace: true, isOfTheMoment: true },
    resolve: async (parent: unknown, args: { readonly minutes?: number | null }, context: Context) => {
      const { store, zoom, options, base } = context;
      if (parent instanceof Entity) await needed(parent, requires, context);
      const ref = to(parent as never, store);
      if (!ref) return null;
      if (!options.links) throw new InputError('This gateway makes no links to files.', 'FORBIDDEN');
      return options.links.to(ref, zoom, base(), args.minutes ?? MINUTES.usual);
    },
  } as never) as never;
};
