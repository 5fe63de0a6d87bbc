import { randomBytes } from 'node:crypto';

/** What signs links to files where no setting says: another one each time. */
export const newLinkSecret = (): string => randomBytes(32).toString('base64url');
