/** Rows of a list by days that depend on these alone, as reports and dashboards have them. */
import { type Call, type Row, row } from './call.ts';
import { instant, type Known, MINUTE, pickInt } from './seeded.ts';

/** A row for each day of the span, newest first. */
export const days = ({ account: { zone }, span }: Call, show: (at: number) => Row): readonly Row[] => {
  const rows: Row[] = [];
  const startOf = (at: number) => zone.startOf(zone.dayOf(at));
  if (span) for (let at = startOf(span.to); at >= span.from; at = startOf(at - 1)) rows.push(show(at));
  return rows;
};
/** One thing a day, each at a time of its own that is over, newest first. */
export const times = (call: Call, what: string, show: (at: number) => Known): readonly Row[] => {
  const timeOf = (at: number) => at + pickInt(`${call.account.seed}/${what}/${at}`, 24 * 60) * MINUTE;
  const rows = days(call, (at) => row(`${what}/${timeOf(at)}`, { ...show(timeOf(at)), time: instant(timeOf(at)) }));
  return rows.filter(({ known }) => Date.parse(String(known.time)) <= call.now);
};
