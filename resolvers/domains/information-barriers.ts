import * as api from '../../src/zoom/api/accounts/information-barriers.ts';
import { entity } from '../entity.ts';

export const InformationBarrierPolicy = entity('InformationBarrierPolicy', {
  shape: api.InformationBarrierPolicy,
  key: { policyId: 'id' },
  get: api.getInformationBarrierPolicy,
  foundIn: [api.listInformationBarrierPolicies],
});
