/** Forms by the GraphQL multipart request specification: `operations`, with a file in the place of each null that the `map` names. */
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { fileTypeFromBlob } from 'file-type';
import { GraphQLError } from 'graphql';
import { LIMITS, megabytes } from '../limits.ts';
import { malformed, tooLarge } from './errors.ts';
import { jsonOf } from './params.ts';

interface Form {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, File>;
}

/** Reads a form as it comes, and gives its operations with the files in their places. */
export const operationsIn = async (body: AsyncIterable<Uint8Array>, contentType: string): Promise<unknown> => {
  const form = await formIn(body, contentType);
  const operations = jsonIn('operations', form);
  if (operations === undefined) throw malformed('The form has no `operations`.');
  const map = jsonIn('map', form) ?? {};
  const places = placesIn(map);
  const files = new Map<string, File>();
  for (const [name, file] of form.files) files.set(name, await ofItsContent(file));
  for (const { name, path } of places) put(files.get(name), path, operations);
  return operations;
};

const jsonIn = (name: string, { texts, files }: Form): unknown => {
  if (files.has(name)) throw malformed(`\`${name}\` of the form must be a text, not a file.`);
  const text = texts.get(name);
  return text === undefined ? undefined : jsonOf(text, `\`${name}\` of the form`);
};

/** Types whose files begin with bytes that tell them; of others, such as texts, nobody can see from the content what they are. */
const RECOGNIZABLE = /^(image|audio|video|font)\//;
/** The file with the type that its content has: what the client says of it is only its word. */
const ofItsContent = async (file: File): Promise<File> => {
  const found = (await fileTypeFromBlob(file))?.mime;
  const type = found ?? (RECOGNIZABLE.test(file.type) ? 'application/octet-stream' : file.type);
  return type === file.type ? file : new File([file], file.name, { type });
};

const NO_MAP = 'The `map` of the form must be an object with a list of paths for each file.';
/** The places that a map names for its files. */
const placesIn = (map: unknown): { readonly name: string; readonly path: string }[] => {
  if (typeof map !== 'object' || map === null) throw malformed(NO_MAP);
  const places = Object.entries(map).flatMap(([name, paths]) => {
    if (!Array.isArray(paths)) throw malformed(NO_MAP);
    return paths.map((path: unknown) => {
      if (typeof path !== 'string') throw malformed(NO_MAP);
      return { name, path };
    });
  });
  if (places.length > LIMITS.uploadPaths)
    throw malformed(`The \`map\` of the form has more than ${LIMITS.uploadPaths} paths.`);
  return places;
};

/** A file takes the place of a null that is there. Nothing is made on the way: a short path could else make a huge list. */
const put = (file: File | undefined, path: string, operations: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>(valueAt, operations);
  if (keys[0] !== 'variables' || valueAt(holder, last) !== null)
    throw malformed('The `map` of the form names a place where the `operations` have no null in their variables.');
  if (file) (holder as Record<string, unknown>)[last] = file;
};
const valueAt = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;

const BROKEN =
  'The body is invalid multipart data: it ends too early, or its boundary is not the one that the Content-Type names.';

/** The parts of a form. Reading ends with the first part that is too many or too long. */
const formIn = async (body: AsyncIterable<Uint8Array>, contentType: string): Promise<Form> => {
  const texts = new Map<string, string>();
  const files = new Map<string, File>();
  let left: number = LIMITS.bodyBytes;
  const form = formParser(contentType);
  const end = (error: GraphQLError) => void form.destroy(error);
  form.on('field', (name, text, _, isCut) => {
    left -= text.length;
    if (isCut || left < 0)
      return end(tooLarge(`The texts of the upload are larger than ${megabytes(LIMITS.bodyBytes)} together.`));
    if (!texts.has(name)) texts.set(name, text);
  });
  form.on('file', (name, stream, fileName, _, type) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    stream.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
    stream.on('error', () => end(malformed(BROKEN)));
    stream.on('end', () => {
      if (!files.has(name)) files.set(name, new File(chunks, fileName ?? '', { type }));
    });
  });
  form.on('filesLimit', () => end(tooLarge(`An upload may have at most ${LIMITS.uploadFiles} files.`)));
  form.on('fieldsLimit', () => end(tooLarge(`An upload may have at most ${LIMITS.uploadFields} texts.`)));
  form.on('partsLimit', () => end(tooLarge(`An upload may have at most ${MOST_PARTS} parts.`)));
  try {
    await pipeline(body, form);
  } catch (error) {
    // What the parser says may quote the form.
    throw error instanceof GraphQLError ? error : malformed(BROKEN);
  }
  return { texts, files };
};

const MOST_PARTS = LIMITS.uploadFiles + LIMITS.uploadFields;
const formParser = (contentType: string): BusboyInstance => {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        files: LIMITS.uploadFiles,
        fields: LIMITS.uploadFields,
        parts: MOST_PARTS,
        fieldSize: LIMITS.bodyBytes,
        fieldNameSize: 200,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    throw malformed(BROKEN); // there is no boundary
  }
};
