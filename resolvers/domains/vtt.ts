/** Transcripts as Zoom writes them: WebVTT, in which each line begins with who said it. */
import { type CueNode, parseText, parseVTTTimestamp, tokenizeVTTCue } from 'media-captions';
import { ZoomError } from '../../src/zoom/client/client.ts';

/** What is used of the library, whose own types say nothing to modules of Node: they import files without endings. */
declare module 'media-captions' {
  export interface Cue {
    readonly startTime: number;
    readonly endTime: number;
    text: string;
  }
  export type CueNode =
    | { readonly type: 'text'; readonly data: string }
    | {
        readonly type: 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'v' | 'lang' | 'timestamp';
        /** Of `v`. */
        readonly voice?: string;
        readonly children: readonly CueNode[];
      };
  export interface Parsed {
    readonly cues: readonly Cue[];
    readonly errors: readonly { readonly code: number; readonly line: number }[];
  }
  export function parseText(text: string, options: { readonly type: 'vtt'; readonly errors: boolean }): Promise<Parsed>;
  export function parseVTTTimestamp(text: string): number | null;
  export function tokenizeVTTCue(cue: Cue): readonly CueNode[];
}

export interface TranscriptLine {
  /** Seconds from the beginning of the recording. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly text: string;
}
export interface Transcript {
  readonly text: string;
  readonly lines: readonly TranscriptLine[];
}

export const unreadable = (why: string): ZoomError =>
  new ZoomError('UPSTREAM', `The transcript that Zoom sent cannot be read: ${why}.`);

/** The transcript in a text of WebVTT. Throws ZoomError for one that is broken: half a transcript would pass for the whole. */
export const transcriptIn = async (text: string): Promise<Transcript> => {
  const vtt = text.replace(/^\uFEFF/, '');
  if (!/^WEBVTT([ \t\r\n]|$)/.test(vtt)) throw unreadable('it is no WebVTT');
  const { cues, errors } = await parseText(vtt.replace(TIMES, lasting), { type: 'vtt', errors: true });
  const fault = errors.find(({ code }) => FAULTS.has(code));
  if (fault) throw unreadable(`line ${fault.line} is no WebVTT`);
  const lines = cues.flatMap((cue): TranscriptLine[] => {
    // What is no tag is said.
    cue.text = cue.text.replace(/<(?![a-z/\d])/gi, '&lt;');
    const { speaker, said } = spokenIn(tokenizeVTTCue(cue));
    return said === '' ? [] : [{ start: cue.startTime, end: cue.endTime, speaker, text: said }];
  });
  return { text: lines.map((line) => (line.speaker ? `${line.speaker}: ${line.text}` : line.text)).join('\n'), lines };
};

/** What is wrong with times and blocks; that a setting of a line's place is unknown does not matter here. */
const FAULTS: ReadonlySet<number> = new Set([1, 2, 4]);

/** The parser leaves out what has no length, though somebody said it. */
const TIMES = /^([\d:.]+)[ \t]+-->[ \t]+([\d:.]+)/gm;
const lasting = (line: string, start: string, end: string): string => {
  const [from, to] = [parseVTTTimestamp(start), parseVTTTimestamp(end)];
  if (from === null || to === null || to > from) return line;
  return `${start} --> ${new Date(1000 * from + 1).toISOString().slice(11, 23)}`;
};

/** Zoom writes "Name: text"; WebVTT has `<v Name>`. */
const spokenIn = (nodes: readonly CueNode[]): { readonly speaker: string | null; readonly said: string } => {
  const said = wordsIn(nodes).replace(/\s+/g, ' ').trim();
  const voice = voiceIn(nodes);
  if (voice) return { speaker: voice, said };
  const [, name, rest] = /^([^:]{1,80}):\s+(.+)$/s.exec(said) ?? [];
  return name && rest ? { speaker: name.trim(), said: rest } : { speaker: null, said };
};
const wordsIn = (nodes: readonly CueNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.data : wordsIn(node.children))).join('');
const voiceIn = (nodes: readonly CueNode[]): string | undefined => {
  for (const node of nodes) {
    if (node.type === 'text') continue;
    const found = node.type === 'v' ? node.voice : voiceIn(node.children);
    if (found) return found;
  }
  return undefined;
};
