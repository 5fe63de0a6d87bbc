/** The plans that are kept, of documents and of selections that stand in none: those of all together, by their names. */
import { LRUCache } from 'lru-cache';
import type { ObjectPlan, Operation } from './types.ts';

/** A plan that may be kept. */
export interface Planned {
  readonly plan: ObjectPlan;
  readonly operation: Operation;
  readonly name: string;
  /** Of how many fields the plan was when it was last counted: what is below a field is planned when it is first met. */
  counted: number;
}

/** What is kept of plans. */
export const PLANS = {
  bytes: 64_000_000,
  /** What a field takes: its plan, its part of the code that is made for objects, and of the document. */
  perField: 4000,
} as const;
const bytesOf = ({ counted }: Planned) => (counted + 1) * PLANS.perField;
const plans = new LRUCache<string, Planned>({ maxSize: PLANS.bytes, sizeCalculation: bytesOf });
/** What is kept now. */
export const keptPlans = () => ({ count: plans.size, bytes: plans.calculatedSize });

/** Lets go of all of them, for tests that count. */
export const forgetPlans = (): void => plans.clear();

/** The plan of this name, where it is kept. */
export const planNamed = (name: string): Planned | undefined => plans.get(name);
/** Keeps a plan, or counts what was planned of it in a run. */
export const keep = (planned: Planned): void => {
  if (planned.counted === planned.operation.size) return;
  planned.counted = planned.operation.size;
  plans.set(planned.name, planned);
};
