/** Several files of Zoom's as one ZIP archive, made while it is sent: one file after another, stored as they are. */
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface Entry {
  readonly name: string;
  /** Called when it is this file's turn. */
  readonly open: () => Promise<Readable>;
}

/** The bytes of the archive. Fails as soon as one of the files does: an archive that ends is whole. */
export const archiveOf = (entries: readonly Entry[]): Readable => {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)));
  let current: Readable | undefined;
  zip.on('error', fail);
  out.once('close', () => current?.destroy());
  for (const { name, open } of entries)
    zip.addReadStreamLazy(name, { compress: false }, (give) => {
      open().then((file) => {
        current = file.once('error', fail);
        // Whoever reads the archive may have gone meanwhile.
        if (out.destroyed) file.destroy();
        else give(null as never, file);
      }, fail);
    });
  zip.end();
  return out;
};
