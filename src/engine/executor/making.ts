/** How the objects of a plan are made. */

import { blankOf } from './compiled.ts';
import { leavesOf } from './leaf-plan.ts';
import type { Making, ObjectPlan, Operation } from './types.ts';

/** Works it out, for the first object. */
export const makingOf = (plan: ObjectPlan, { leafReaders }: Operation): Making => {
  const { fields } = plan;
  const names = fields.map(({ name }) => name);
  plan.making = { bytes: bytesOf(names), blank: blankOf(names), leaves: leafReaders ? leavesOf(fields) : undefined };
  return plan.making;
};

/** A name stands between quotes, and is followed by a colon and a comma. */
const bytesOf = (names: readonly string[]): number => names.reduce((sum, { length }) => sum + length + 4, 2);
