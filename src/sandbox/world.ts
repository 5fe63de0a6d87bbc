/** What every part of the sandbox's account shares: its size, its time, its seed, its limits. */
import type { Clock } from './clock.ts';
import type { Limits, Plan } from './limits.ts';
import type { PageTokens } from './page-tokens.ts';
import type { Seed } from './seeded.ts';
import type { Zone } from './zone.ts';

export interface World extends Seed {
  /** How many active users there are. */
  readonly users: number;
  readonly meetingsPerUser: number;
  /** How many sub accounts there are at the beginning. */
  readonly subAccounts: number;
  readonly plan: Plan;
  readonly accountId: string;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly pageTokens: PageTokens;
  /** By which clock days are counted, and whether the last of those that are asked for is left out. */
  readonly zone: Zone;
  readonly isToExclusive: boolean;
  /** Where the sandbox answers, without a path: "http://127.0.0.1:40123". */
  readonly origin: () => string;
}
