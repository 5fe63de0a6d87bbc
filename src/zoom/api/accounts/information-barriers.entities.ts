import { entity } from '../../declare/entity.ts';
import * as api from './information-barriers.ts';

export const InformationBarrierPolicy = entity('InformationBarrierPolicy', {
  shape: api.InformationBarrierPolicy,
  key: { policyId: 'id' },
  get: api.getInformationBarrierPolicy,
  foundIn: [api.listInformationBarrierPolicies],
});
