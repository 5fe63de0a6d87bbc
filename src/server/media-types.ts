/** The media types of Zoom's files, by the endings of their names. */
const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  vtt: 'text/vtt; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  zip: 'application/zip',
};
const ANY = 'application/octet-stream';

const endingOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The type of a file by what Zoom says, and where that says nothing by its name. */
export const mediaTypeOf = (name: string, said: string | undefined): string =>
  said === undefined || /octet-stream|application\/(x-)?download/i.test(said) ? (TYPES[endingOf(name)] ?? ANY) : said;

/** The name with an ending: that of the type, where it has none. */
export const withEnding = (name: string, type: string): string => {
  const bare = (text: string) => text.replace(/;.*$/s, '').trim().toLowerCase();
  if (endingOf(name) !== '') return name;
  const [ending] = Object.entries(TYPES).find(([, known]) => bare(known) === bare(type)) ?? [];
  return ending ? `${name}.${ending}` : name;
};
