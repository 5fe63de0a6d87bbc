/** Whether an operation keeps to its cost: what a dry run says, and the calls that it then makes. */
import type { Result } from './run.ts';

export interface CostOf {
  readonly calls: number;
  readonly byLimit: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly limit: string;
    readonly calls: number;
    readonly insteadOf?: string;
    readonly estimated?: boolean;
    readonly fields: readonly string[];
    readonly moreFields?: number;
  }[];
}

/** What a dry run told. */
export const costIn = ({ extensions }: Result): CostOf | undefined => extensions?.zoom?.dryRun as CostOf | undefined;

/** How often each of these operations stands among them, as "GET /users". */
export const countsOf = (calls: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(call, 1 + (counts.get(call) ?? 0));
  return counts;
};

/** The operations that were called more often than the cost says, in words; empty when it was kept. */
export const beyond = (cost: CostOf | undefined, calls: readonly string[]): string[] => {
  const allowed = new Map<string, number>();
  for (const { method, path, calls } of cost?.operations ?? [])
    allowed.set(`${method} ${path}`, calls + (allowed.get(`${method} ${path}`) ?? 0));
  return [...countsOf(calls)].flatMap(([call, count]) =>
    count > (allowed.get(call) ?? 0)
      ? [`${call} was said to take ${allowed.get(call) ?? 0} calls at most, and made ${count}.`]
      : [],
  );
};
