/** What departments are billed. */
import { BillingReport } from '../../../src/zoom/api/reports/billing.entities.ts';
import * as api from '../../../src/zoom/api/reports/billing.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { reportsOf } from './reports.ts';

export const reportBillingDomain: Domain = (builder) => {
  entityObject(builder, BillingReport, {
    fields: (t) => ({
      invoices: t.zoomConnection({
        list: api.listBillingReportInvoices,
        parentQuery: { billing_id: ({ zoomId }) => zoomId },
        description: 'The invoices of the report.',
      }),
    }),
  });

  builder.objectFields(reportsOf(builder), (t) => ({
    billing: t.zoomConnection({
      list: api.listBillingReports,
      of: BillingReport,
      description: 'What the departments of the account were billed, for each time that is billed together.',
    }),
    billingCurrency: t.zoomValue({
      get: api.getBillingReports,
      field: 'currency',
      description: 'The currency of all amounts of `billing` and its invoices, such as "USD".',
    }),
  }));
};
