import { entity } from '../../declare/entity.ts';
import * as api from './billing.ts';

export const BillingReport = entity('BillingReport', {
  shape: api.BillingReport,
  key: { billingId: 'id' },
  foundIn: [api.listBillingReports],
});
