/** What is in the files of the sandbox. */
import { LRUCache } from 'lru-cache';
import { pick, pickInt } from './seeded.ts';

/** The bytes of a file, made when they are sent: some files are larger than memory. */
export interface Bytes {
  readonly size: number;
  /** The bytes from one place up to another. */
  between(from: number, to: number): Iterable<Buffer>;
}

/** The name of a file in its URL. */
export const nameInUrl = (name: string, size: number, ending: string): string =>
  `${name}.${size}.${ending.toLowerCase()}`;

const SLICE = 65_536;
export const bytesOf = (name: string, of: string): Bytes => {
  const [id = '', size, ending = ''] = name.split('.');
  const text = TEXTS[ending]?.(of);
  // The same line over and over, in the middle of which a part may begin.
  const line = Buffer.from(text ?? `Recording file ${id} of ${of}\n`);
  return {
    size: text === undefined ? Number(size) : line.length,
    *between(from, to) {
      for (let at = from; at < to; ) {
        const end = Math.min(to, at + SLICE);
        const block = Buffer.alloc(end - at);
        for (let i = 0; i < block.length; ) i += line.copy(block, i, (at + i) % line.length);
        yield block;
        at = end;
      }
    },
  };
};

const SPEAKERS = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Zoë Çelik'];
const SAYINGS = [
  'Good morning, everybody.',
  'Shall we begin with the numbers?',
  'They are better than last month: 12 %, to be precise.',
  'I have a question about that.',
  'Let us take that up tomorrow.',
  'Thank you all.',
];
const CUES = 24;
const CUE_SECONDS = 5;
const time = (seconds: number): string => `${new Date(1000 * seconds).toISOString().slice(11, 23)}`;

/** What was said, as Zoom writes it: the speaker's name before each text. */
export const transcriptOf = (uuid: string): string => {
  const cues = Array.from({ length: CUES }, (_, i) => {
    const seed = `transcript/${uuid}/${i}`;
    const from = CUE_SECONDS * i + pickInt(seed, 2);
    const said = `${pick(`${seed}/who`, SPEAKERS)}: ${pick(`${seed}/what`, SAYINGS)}`;
    return `${i + 1}\r\n${time(from)} --> ${time(from + 2.5)}\r\n${said}\r\n`;
  });
  return ['WEBVTT\r\n', ...cues].join('\r\n');
};
const TEXTS: Readonly<Record<string, (of: string) => string>> = {
  vtt: transcriptOf,
  json: (of) => JSON.stringify({ timeline: [{ ts: '00:00:00.000', uuid: of }] }),
  txt: (of) => `00:00:05\tAda Lovelace:\tHello from ${of}\r\n`,
};
const sizes = new LRUCache<string, number>({ max: 5000 });
/** How long the text is that a file of such an ending holds; undefined where it holds none. Lists tell the sizes of many files. */
export const textSize = (ending: string, of: string): number | undefined => {
  const textOf = TEXTS[ending.toLowerCase()];
  if (!textOf) return undefined;
  const at = `${ending.toLowerCase()} ${of}`;
  const size = sizes.get(at) ?? Buffer.byteLength(textOf(of));
  sizes.set(at, size);
  return size;
};
