/** The files that Zoom keeps: which entity tells of them, by which of its fields, and what each is to be called. */
import { Archive } from '../../src/zoom/api/meetings/archives.entities.ts';
import { Recording } from '../../src/zoom/api/meetings/recordings.entities.ts';
import { PhoneRecording } from '../../src/zoom/api/phone/recordings.entities.ts';
import { Voicemail } from '../../src/zoom/api/phone/voicemails.entities.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import { refFor } from '../call-for.ts';
import { Entity } from '../entity.ts';
import type { FileRef } from '../links.ts';
import type { Store } from '../store.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A file, as Zoom told of it just now. */
export interface StoredFile {
  /** Tells it from the other files of its entity, now and later. */
  readonly key: string;
  /** Where it can be fetched with a token: a secret. */
  readonly url: string;
  /** What it is to be called: no two files of an entity are called the same. */
  readonly name: string;
}

/** All files of an entity. */
export interface StoredFiles {
  /** What they are of, as a name without an ending. */
  readonly name: string;
  readonly files: readonly StoredFile[];
}

/** Where an entity tells of files: in lists of objects, or by URLs of its own; and how they are called. */
interface Source {
  readonly type: EntityType;
  readonly lists?: Readonly<Record<string, (file: Raw) => Name>>;
  readonly urls?: Readonly<Record<string, Name>>;
  /** The fields that the names are made of. */
  readonly named: readonly string[];
  readonly stem: (entity: Entity) => string;
}
/** What stands behind the stem. */
interface Name {
  readonly what?: string;
  readonly ending?: string;
  /** In place of stem and ending. */
  readonly whole?: string;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const words = (value: unknown): string =>
  text(value)
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
/** "2026-05-05 14.30", in UTC. */
const moment = (value: unknown): string => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
};

/** Of files that have no ending of their own, by their type. */
const ENDINGS: Readonly<Record<string, string>> = {
  TRANSCRIPT: 'vtt',
  CC: 'vtt',
  TIMELINE: 'json',
  CHAT: 'txt',
  SUMMARY: 'json',
  TB: 'jpg',
};
const recorded = ({ recording_type, file_type, file_extension }: Raw): Name => ({
  what: words(recording_type) || words(file_type),
  ending: (text(file_extension) || (ENDINGS[text(file_type)] ?? text(file_type))).toLowerCase(),
});
const topicOf = (entity: Entity): string =>
  `${text(entity.get('topic')) || 'Recording'} ${moment(entity.get('start_time'))}`;
const callOf = (entity: Entity): string => {
  const [from, to] = ['caller', 'callee'].map(
    (end) => text(entity.get(`${end}_name`)) || text(entity.get(`${end}_number`)),
  );
  return `${moment(entity.get('date_time'))} ${from ?? ''}${to ? ` to ${to}` : ''}`;
};
const CALL = ['date_time', 'caller_name', 'caller_number', 'callee_name', 'callee_number'];

const SOURCES: readonly Source[] = [
  {
    type: Recording as EntityType,
    lists: {
      recording_files: recorded,
      participant_audio_files: ({ file_name, file_type }) => ({
        what: text(file_name) || 'participant',
        ending: text(file_type).toLowerCase(),
      }),
    },
    named: ['topic', 'start_time'],
    stem: topicOf,
  },
  {
    type: Archive as EntityType,
    lists: {
      archive_files: (file) => ({
        ...recorded(file),
        what: [words(file.recording_type), text(file.participant_email)].filter(Boolean).join(' '),
      }),
      physical_files: ({ file_name }) => ({ whole: text(file_name) || 'file' }),
    },
    named: ['topic', 'start_time'],
    stem: topicOf,
  },
  {
    type: PhoneRecording as EntityType,
    urls: { download_url: { ending: 'mp3' }, transcript_download_url: { what: 'transcript' } },
    named: CALL,
    stem: callOf,
  },
  {
    type: Voicemail as EntityType,
    urls: { download_url: { what: 'voicemail', ending: 'mp3' } },
    named: CALL,
    stem: callOf,
  },
];
const sourceOf = (of: string): Source | undefined => SOURCES.find(({ type }) => type.name === of);

export const GONE = 'The file is gone: it was deleted, or moved to the trash.';
/** The files of what a link names, read from Zoom. Throws ZoomError, NOT_FOUND where there are none of it any more. */
export const filesOf = async (store: Store, { of, params }: FileRef): Promise<StoredFiles> => {
  const source = sourceOf(of);
  if (!source) throw new Error(`No files are known of ${of}.`);
  const { type, lists = {}, urls = {}, named } = source;
  const entity = refFor(store, type, undefined, params);
  await store.fetch(entity, [...Object.keys(lists), ...Object.keys(urls), ...named]);
  const files = storedIn(source, entity);
  if (files.length === 0) throw new ZoomError('NOT_FOUND', GONE);
  return { name: clean(source.stem(entity)), files };
};

const storedIn = ({ lists = {}, urls = {}, stem }: Source, entity: Entity): readonly StoredFile[] => {
  const nameOf = namesBehind(stem(entity));
  const listed = Object.entries(lists).flatMap(([field, nameIn]) => {
    const items = itemsIn(entity, field);
    const keys = keysOf(field, items);
    return items.map((item, i) => ({ key: keys[i] ?? '', url: item.download_url, name: nameIn(item) }));
  });
  const own = Object.entries(urls).map(([field, name]) => ({ key: field, url: entity.get(field), name }));
  return [...listed, ...own].flatMap(({ key, url, name }) =>
    typeof url === 'string' && url !== '' ? [{ key, url, name: nameOf(name) }] : [],
  );
};
const itemsIn = (entity: Entity, field: string): readonly Raw[] => {
  const items = entity.known(field);
  return Array.isArray(items) ? items.filter((item) => typeof item === 'object' && item !== null) : [];
};

/** Captions and timelines have no id (docs/zoom.md 7.0.6): they are told apart by their type, and by which of it they are. */
const keysOf = (field: string, items: readonly Raw[]): readonly string[] => {
  const seen = new Map<string, number>();
  return items.map(({ id, file_id, file_type }) => {
    const own = text(id) || text(file_id);
    if (own) return `${field}/${own}`;
    const type = text(file_type);
    const nth = seen.get(type) ?? 0;
    seen.set(type, nth + 1);
    return `${field}/${type}#${nth}`;
  });
};

/** Names that any system takes, each given once. */
const namesBehind = (stem: string): ((name: Name) => string) => {
  const given = new Set<string>();
  return ({ what = '', ending = '', whole }) => {
    const [, own = '', behind = ''] = /^(.*?)(\.\w{1,8})?$/s.exec(whole ?? '') ?? [];
    const named = clean(whole === undefined ? `${stem} ${what}` : own) || 'file';
    const end = whole === undefined ? ending && `.${ending.replace(/\W+/g, '')}` : behind;
    for (let nth = 1; ; nth++) {
      const name = `${named}${nth > 1 ? ` ${nth}` : ''}${end}`;
      if (given.has(name.toLowerCase())) continue;
      given.add(name.toLowerCase());
      return name;
    }
  };
};
const LONGEST_NAME = 150;
const clean = (name: string): string =>
  [
    ...name
      .toWellFormed()
      .replace(/[\p{C}\s]+/gu, ' ')
      .replace(/[/\\:*?"<>|]+/g, '-'),
  ]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');

/** The file that an object in one of an entity's lists tells of; null where it cannot be fetched. Places must be known (`showsPlace`). */
export const listedFile = (store: Store, file: object): FileRef | null => {
  const { parent, at = '' } = store.placeOf(file) ?? {};
  if (!(parent instanceof Entity) || !isUrl((file as Raw).download_url)) return null;
  const items = itemsIn(parent, at);
  const nth = items.indexOf(file as Raw);
  // Another answer may have told of the files since.
  const [key] = nth < 0 ? keysOf(at, [file as Raw]) : keysOf(at, items).slice(nth);
  return { of: parent.type.name, params: parent.params, file: key };
};

/** The file of an entity's own URL; null where there is none. */
export const ownFile =
  (field: string) =>
  (entity: Entity): FileRef | null =>
    isUrl(entity.get(field)) ? { of: entity.type.name, params: entity.params, file: field } : null;
/** The same of a file of an archive, which is an entity itself. */
export const archivedFile = (file: Entity): FileRef | null => {
  const { fileId, ...params } = file.params;
  return isUrl(file.get('download_url')) ? { of: Archive.name, params, file: `archive_files/${fileId}` } : null;
};
const isUrl = (value: unknown): boolean => typeof value === 'string' && value !== '';
