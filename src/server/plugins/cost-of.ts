/** What an operation would need, as clients see it. */
import { type CostLine, drawnBy, sumsOf } from '../../../schema/plan/cost-collector.ts';
import type { Zoom } from '../../zoom/client/client.ts';
import { type Label, nameOf } from '../../zoom/declare/endpoint.ts';
import { namedFields } from './named-fields.ts';

export interface CostOf {
  /** REST calls at most. */
  readonly calls: number;
  readonly byLimit: Partial<Record<Label, number>>;
  /** How long Zoom's rate limits alone would hold them back, with what is spent of these now. */
  readonly seconds: number;
  readonly operations: readonly object[];
}

export const costOf = async (lines: readonly CostLine[], zoom: Pick<Zoom, 'forcedBy'>): Promise<CostOf> => ({
  ...sumsOf(lines),
  seconds: secondsOf(await zoom.forcedBy(drawnBy(lines))),
  operations: lines.map(({ endpoint, insteadOf, calls, fields, isEstimated }) => ({
    method: endpoint.method,
    path: endpoint.path,
    limit: endpoint.limit,
    calls,
    ...(insteadOf && { insteadOf: nameOf(insteadOf) }),
    ...(isEstimated && { estimated: true }),
    ...namedFields(fields),
  })),
});

/** In tenths, rounded up. */
export const secondsOf = (ms: number): number => Math.ceil(ms / 100) / 10;
