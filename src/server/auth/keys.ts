/** Keys of callers: random texts, of which the gateway knows no more than a hash. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { PERMISSIONS, type Permission, Permissions } from '../../../resolvers/session.ts';

/** What is kept of a key. */
const KeyRecord = z.strictObject({
  /** Stands in the key, and names it where it is revoked. */
  id: z.string().regex(/^[0-9a-f]{12}$/, 'must be 12 hexadecimal digits'),
  /** Who has the key: each name is of one key. */
  name: z.string().trim().min(1).max(100),
  /** Of the whole key. With 32 random bytes in it, a slow hash would protect nothing more. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  permissions: z.array(z.enum(PERMISSIONS)),
  createdAt: z.iso.datetime(),
});
export type KeyRecord = z.infer<typeof KeyRecord>;

/** What a file of keys holds, and the variable. */
const KeyFile = z.strictObject({ keys: z.array(KeyRecord) });

/** The records in a text. Throws an Error that says what is wrong, and never what was written. */
export const keysIn = (text: string): readonly KeyRecord[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON.');
  }
  const { data, error } = KeyFile.safeParse(json);
  const [issue] = error?.issues ?? [];
  if (issue) throw new Error(`at ${issue.path.join('.') || 'its top'}: ${issue.message}.`);
  const keys = data?.keys ?? [];
  for (const part of ['id', 'name'] as const)
    if (new Set(keys.map((key) => key[part])).size < keys.length) throw new Error(`two keys have the same ${part}.`);
  return keys;
};

/** The text of a file with these. */
export const textOf = (keys: readonly KeyRecord[]): string => `${JSON.stringify({ keys }, null, 2)}\n`;

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A new key: its text, which nobody will see again, and what is kept of it. */
export const newKey = (
  name: string,
  permissions: readonly Permission[],
  now: Date,
): { readonly text: string; readonly record: KeyRecord } => {
  const id = randomBytes(6).toString('hex');
  const text = `zg_${id}_${randomBytes(32).toString('base64url')}`;
  const createdAt = now.toISOString();
  return { text, record: { id, name, sha256: hashOf(text).toString('hex'), permissions: [...permissions], createdAt } };
};

/** Whoever has a key. */
export interface KeyHolder {
  readonly name: string;
  readonly permissions: Permissions;
}

/** Finds who has a key, in the same time for any wrong one. */
export class Keys {
  readonly #holders: ReadonlyMap<string, { readonly hash: Buffer; readonly holder: KeyHolder }>;

  constructor(records: readonly KeyRecord[] = []) {
    this.#holders = new Map(
      records.map(({ id, name, sha256, permissions }) => [
        id,
        { hash: Buffer.from(sha256, 'hex'), holder: { name, permissions: new Permissions(permissions) } },
      ]),
    );
  }

  get size(): number {
    return this.#holders.size;
  }

  find(text: string): KeyHolder | undefined {
    const [, id = ''] = /^zg_([0-9a-f]{12})_[\w-]{43}$/.exec(text) ?? [];
    const known = this.#holders.get(id);
    const isSame = timingSafeEqual(hashOf(text), known?.hash ?? NO_HASH);
    return isSame ? known?.holder : undefined;
  }
}
const NO_HASH = Buffer.alloc(32);
