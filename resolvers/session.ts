/** Who asks: made once per request. Whatever requests share, join or keep goes by its key, or by that of its Zoom credential. */
import type { Zoom } from '../src/zoom/client/client.ts';
import { Usage } from './usage.ts';

/** What may be permitted: to ask, to change something, to see what is secret, to see what Zoom sent as it was sent. */
export const PERMISSIONS = ['read', 'write', 'sensitive', 'raw'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const bitOf = (permission: Permission): number => 1 << PERMISSIONS.indexOf(permission);

/** A set of permissions, which never changes. Equal sets have equal masks. */
export class Permissions {
  static readonly all = new Permissions(PERMISSIONS);
  readonly mask: number;

  constructor(permissions: readonly Permission[]) {
    this.mask = permissions.reduce((mask, permission) => mask | bitOf(permission), 0);
    Object.freeze(this);
  }

  /** Those that are in the set, in the order of `PERMISSIONS`. */
  get list(): readonly Permission[] {
    return PERMISSIONS.filter((permission) => this.has(permission));
  }

  has(permission: Permission): boolean {
    return (this.mask & bitOf(permission)) !== 0;
  }
}

export interface Session {
  /**
   * The name of who asks: for logs and counts, for `Query.viewer`, and for the keys of idempotent writes, which no two principals share
   * (idempotency.ts); for nothing else that is shown.
   */
  readonly principal: string;
  readonly permissions: Permissions;
  /** What the principal has spent. */
  readonly usage: Usage;
  /** Zoom, with the credential that the principal's calls are made with. */
  readonly zoom: Zoom;
  /**
   * Tells apart who may see what. Sessions of one credential and equal permissions have the same key, whoever asks: what is shown depends on
   * these alone, since resolvers are not told the principal (`Context.session`). What may be older than a write goes by `zoom.changes`, too.
   */
  readonly key: string;
}

/** The session of a principal. Its key is made of a hash, the credential's, and is itself no secret. */
export const createSession = ({
  principal,
  permissions,
  zoom,
  usage = new Usage(),
}: Omit<Session, 'key' | 'usage'> & Partial<Pick<Session, 'usage'>>): Session => ({
  principal,
  permissions,
  usage,
  zoom,
  key: `${permissions.mask} ${zoom.key}`,
});
