/** What departments are billed: a report for each of the last months, with two invoices. */
import * as api from '../../../zoom/api/reports/billing.ts';
import { type Call, operations, refuse, row } from '../../call.ts';
import { type Known, opaqueId } from '../../seeded.ts';
import { plusDays } from '../../zone.ts';

const MONTHS = 3;
/** The latest first; each ends on the day before the one that follows it. */
const reportsOf = ({ account, now }: Call): readonly Known[] => {
  const reports: Known[] = [];
  for (let next = `${account.zone.dayOf(now).slice(0, 7)}-01`; reports.length < MONTHS; ) {
    const end_date = plusDays(next, -1);
    const start_date = `${end_date.slice(0, 7)}-01`;
    const id = opaqueId(`${account.seed}/billing/${start_date}`);
    reports.push({ id, start_date, end_date, total_amount: '200', tax_amount: '38', type: 0 });
    next = start_date;
  }
  return reports;
};

export const billing = operations((on) => {
  on(api.getBillingReports, (call) => row('billing', { currency: 'USD', billing_reports: reportsOf(call) }));
  on(api.listBillingReportInvoices, (call) => {
    const report = reportsOf(call).find(({ id }) => id === call.query.billing_id);
    if (!report) throw refuse.report(call.query.billing_id);
    const { id, start_date, end_date } = report;
    return ['Zoom Meetings', 'Audio Conferencing Options'].map((invoice_charge_name, i) =>
      row(`invoice/${id}/${i}`, {
        invoice_charge_name,
        invoice_number: String(i + 1),
        quantity: 10,
        start_date,
        end_date,
        total_amount: '100',
        tax_amount: '19',
      }),
    );
  });
});
