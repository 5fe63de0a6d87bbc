/**
 * Documents that clients name in place of sending them: those that are registered by files, and those that somebody has sent before with
 * their hash (automatic persisted queries). The names come in several wire forms, which http/params.ts reads.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { type Config, ConfigError, SETTINGS } from '../config.ts';
import { malformed } from './errors.ts';

/** A document that a file registers. */
export interface Registered {
  /** Its id in the file, without the name of a hash in front. */
  readonly id: string;
  /** That of its first operation; of one without a name, the id. Nobody but who wrote the file chose it: metrics may count by it. */
  readonly name: string;
}

/** How a request says what is to run. */
export interface Asked {
  readonly query?: string;
  /** The id of a document, by GraphQL over HTTP (`documentId`), and as older clients write it (`id`, `doc_id`). */
  readonly id?: string;
  /** By Apollo's form: `extensions.persistedQuery.sha256Hash`. */
  readonly hash?: string;
}

/** Of the texts that clients have sent with their hash. */
export const KEPT = { bytes: 16_000_000, text: 100_000 } as const;

export class PersistedDocuments {
  /** Whether nothing but registered documents may run. */
  readonly only: boolean;
  readonly #texts = new Map<string, string>();
  readonly #registered = new Map<string, Registered>();
  /** By the SHA-256 of their text, which was verified: so nobody can put another text in the place of one. */
  readonly #sent = new LRUCache<string, string>({
    maxSize: KEPT.bytes,
    sizeCalculation: (text, hash) => 2 * (text.length + hash.length),
  });

  /** Throws ConfigError for a file that cannot be read. */
  constructor({
    persistedOperations: paths = [],
    persistedOnly: only,
  }: Pick<Config, 'persistedOperations' | 'persistedOnly'>) {
    this.only = only;
    for (const path of paths)
      for (const [given, text] of Object.entries(documentsIn(path))) {
        const id = bare(given);
        this.#texts.set(id, text);
        // A client may hash the text by itself.
        this.#texts.set(sha256(text), text);
        this.#registered.set(text, { id, name: nameIn(text) ?? id });
      }
  }

  /** As what a text is registered; undefined where it is not. */
  registeredAs(text: string): Registered | undefined {
    return this.#registered.get(text);
  }

  /** The error for a text that may not run; undefined where it may. */
  refusal(text: string): GraphQLError | undefined {
    return this.only && !this.#registered.has(text) ? notRegistered() : undefined;
  }

  /** The text that a request means. Throws the GraphQLError for one that is not known, may not run, or does not have the hash that it should. */
  textOf({ query, id, hash }: Asked): string {
    if (query === undefined) return this.#known(bare(hash ?? id ?? ''));
    const refused = this.refusal(query);
    if (refused) throw refused;
    if (hash !== undefined) this.#keep(query, bare(hash));
    return query;
  }

  #known(id: string): string {
    const text = this.#texts.get(id) ?? this.#sent.get(id);
    if (text !== undefined) return text;
    throw this.only ? notRegistered() : notFound();
  }

  #keep(text: string, hash: string): void {
    if (sha256(text) !== hash)
      throw malformed('`extensions.persistedQuery.sha256Hash` is not the SHA-256 of the `query`.');
    if (!this.only && text.length <= KEPT.text) this.#sent.set(hash, text);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Some name the hash in front of it, others do not. */
const bare = (id: string): string => id.replace(/^sha256:/, '');

/** The file of graphql-codegen's client preset and that of relay-compiler: an object of texts by id. */
const File = z.record(z.string().min(1), z.string());
const documentsIn = (path: string): Readonly<Record<string, string>> => {
  const wrong = (why: string) => new ConfigError(`${SETTINGS.persistedOperations.name}: ${path} ${why}.`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw wrong('cannot be read');
  }
  try {
    return File.parse(JSON.parse(text));
  } catch {
    throw wrong('must be a JSON object that has the text of each document by its id');
  }
};

/** The name of the first operation in a text; none where there is no such name. */
const nameIn = (text: string): string | undefined => {
  try {
    const isOperation = ({ kind }: { readonly kind: Kind }) => kind === Kind.OPERATION_DEFINITION;
    return (parse(text).definitions.find(isOperation) as OperationDefinitionNode | undefined)?.name?.value;
  } catch {
    return undefined; // whoever asks for it is told
  }
};

/** As Apollo's servers say it: their clients then send the text with the hash. The status, too, is the one that those clients know. */
const notFound = () =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: {
      code: 'PERSISTED_QUERY_NOT_FOUND',
      http: { status: 200, headers: { 'cache-control': 'private, no-cache, must-revalidate' } },
    },
  });
const notRegistered = () =>
  new GraphQLError('This gateway runs registered documents alone, and this one is not registered.', {
    extensions: { code: 'OPERATION_NOT_REGISTERED', http: { status: 400, spec: true } },
  });
