/** How a client has reached the gateway. */
import type { Config } from './config.ts';

/**
 * What the URLs of the gateway begin with: as set, else the host that the client names, which http/http.ts has found to be the gateway's
 * own. Empty where it names none.
 */
export const baseOf = (
  { publicUrl }: Pick<Config, 'publicUrl'>,
  headers: { get(name: string): string | null },
): string => {
  if (publicUrl !== undefined) return publicUrl;
  const host = headers.get('host') ?? '';
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? `http://${host}` : '';
};
