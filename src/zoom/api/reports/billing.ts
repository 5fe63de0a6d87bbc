/** What departments are billed. */
import { get, list as listing, variant } from '../../declare/endpoint.ts';
import { date, enumOf, id, int, list, shape, string } from '../../declare/shape.ts';
import { scopesOf } from './common.ts';

const currency = string('The currency of all amounts, such as "USD".');

export const BillingReport = shape(
  'BillingReport',
  {
    id: id("Zoom's own ID of the report."),
    start_date: date('The first day of what is billed.'),
    end_date: date('The last day of what is billed.'),
    total_amount: string('The sum, as Zoom writes it.'),
    tax_amount: string('The taxes, as Zoom writes them.'),
    type: enumOf(
      'BillingReportType',
      { DETAILED: [0, 'Everything in detail.'], CUSTOM: [1, 'What somebody chose.'] },
      'What is in the report.',
    ),
  },
  'What the departments of the account were billed for some time.',
);
export const BillingReports = shape('BillingReports', {
  currency,
  billing_reports: list(BillingReport, 'The reports.'),
});

export const BillingReportInvoice = shape(
  'BillingReportInvoice',
  {
    invoice_number: string('The number of the invoice.'),
    invoice_charge_name: string('What was billed, such as "Audio Conferencing Options".'),
    quantity: int('How many licences.'),
    start_date: date('The first day of what is billed.'),
    end_date: date('The last day of what is billed.'),
    total_amount: string('The sum, as Zoom writes it.'),
    tax_amount: string('The taxes, as Zoom writes them.'),
  },
  'One invoice of a billing report.',
);
/** Zoom refuses the call without it. */
export const ListBillingReportInvoicesQuery = shape('ListBillingReportInvoicesQuery', {
  billing_id: id('The billing report.', { of: 'BillingReport' }),
}).required({ billing_id: true });

const scopes = [...scopesOf('billing'), 'report:master'];
export const getBillingReports = get('/report/billing', { of: BillingReports, limit: 'HEAVY', scopes });

/** The same call for the sake of the reports that stand in its answer. */
export const listBillingReports = variant(getBillingReports, {
  items: 'billing_reports',
  of: BillingReport,
  paging: { by: 'whole', max: Number.POSITIVE_INFINITY },
});

export const listBillingReportInvoices = listing('/report/billing/invoices', {
  items: 'invoices',
  of: BillingReportInvoice,
  query: ListBillingReportInvoicesQuery,
  limit: 'HEAVY',
  scopes: [...scopesOf('billing_invoice'), 'report:master'],
});
