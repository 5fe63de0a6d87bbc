import type {
  InformationBarriersCreateInformationBarrierPolicyRequestBody,
  InformationBarriersCreateInformationBarrierPolicyResponse,
  InformationBarriersGetInformationBarrierPolicyByIDResponse,
  InformationBarriersListInformationBarrierPoliciesResponse,
  InformationBarriersUpdateInformationBarriersPolicyRequestBody,
} from '@zoom/rivet/accounts';
import type * as api from '../../src/zoom/api/accounts/information-barriers.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

type Policy = Of<typeof api.ReadInformationBarrierPolicy>;

export type Checks = [
  Agree<
    Differs<
      Of<typeof api.InformationBarrierPolicy>,
      Item<InformationBarriersListInformationBarrierPoliciesResponse, 'policies'>,
      // In the documented example of the list alone.
      'chaperone_group_id is not in the SDK'
    >
  >,
  Agree<Differs<Policy, InformationBarriersGetInformationBarrierPolicyByIDResponse>>,
  Agree<Differs<Policy, InformationBarriersCreateInformationBarrierPolicyResponse>>,
  Agree<
    Differs<
      Of<typeof api.CreateInformationBarrierPolicyBody>,
      InformationBarriersCreateInformationBarrierPolicyRequestBody
    >
  >,
  Agree<
    Differs<
      Of<typeof api.UpdateInformationBarrierPolicyBody>,
      InformationBarriersUpdateInformationBarriersPolicyRequestBody
    >
  >,
];
