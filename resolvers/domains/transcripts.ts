/** What was said in a recording, read from the VTT that Zoom made of it. */
import { Gate } from '../../src/engine/gate.ts';
import type { Recording } from '../../src/zoom/api/meetings/recordings.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Context } from '../context.ts';
import type { Entity } from '../entity.ts';
import { type Transcript, transcriptIn, unreadable } from './vtt.ts';

/** The bounds of transcripts; a day of speech takes some three megabytes. */
export const TRANSCRIPTS = { bytes: 8_000_000, atOnce: 8 } as const;

const gate = new Gate(TRANSCRIPTS.atOnce);
/** Each recording of a request is read once. */
const read = new WeakMap<object, Promise<Transcript | null>>();

/** The transcript of a recording whose files are known; null where it has none. Throws ZoomError. */
export const transcriptOf = (recording: Entity<Of<typeof Recording>>, context: Context): Promise<Transcript | null> => {
  const known = read.get(recording) ?? fetched(recording, context);
  read.set(recording, known);
  return known;
};

const fetched = async (recording: Entity<Of<typeof Recording>>, context: Context): Promise<Transcript | null> => {
  const files = recording.get('recording_files') ?? [];
  const isReady = ({ download_url, status }: (typeof files)[number]) => download_url && status !== 'processing';
  const file = ['TRANSCRIPT', 'CC'].flatMap((type) => files.filter((one) => one.file_type === type && isReady(one)))[0];
  if (!file?.download_url) return null;
  const { download_url: url } = file;
  const { signal, stats, maxCalls } = context.requestContext;
  stats.downloads = (stats.downloads ?? 0) + 1;
  if (maxCalls !== undefined && stats.calls + stats.downloads > maxCalls)
    throw new ZoomError(
      'TOO_MANY_CALLS',
      `The request needs more than the ${maxCalls} calls and downloads that one may make. Ask for less at once.`,
    );
  try {
    return await gate.pass(async () => {
      const { body } = await context.zoom.download({ url, signal });
      return transcriptIn(await textIn(body));
    }, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
    const isLate = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
    throw isLate
      ? new ZoomError('TIMEOUT', 'Zoom did not give the transcript in the time that the request has.')
      : new ZoomError('ABORTED', 'The request was cancelled.');
  }
};

const textIn = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      // Leaving ends the download.
      if (size > TRANSCRIPTS.bytes) throw unreadable(`it is longer than ${TRANSCRIPTS.bytes / 1_000_000} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ZoomError) throw error;
    throw new ZoomError('UPSTREAM', 'The connection to Zoom broke while it sent the transcript. Try again later.');
  }
  return Buffer.concat(chunks).toString('utf8');
};
