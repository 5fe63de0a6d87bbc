/** SIP phones, and whose they are. */
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { SipPhone } from '../../../src/zoom/api/devices/sip-phones.entities.ts';
import * as api from '../../../src/zoom/api/devices/sip-phones.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const sipPhonesDomain: Domain = (builder) => {
  entityObject(builder, SipPhone, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        requires: ['user_email'],
        link: (phone) => {
          const email = phone.get('user_email');
          return email ? { email: api.emailOfUser(email) } : null;
        },
        knownFields: ['email'],
        description: 'The user whose phone it is.',
      }),
    }),
  });

  const sipPhones = {
    list: api.listSipPhones,
    of: SipPhone,
    path: () => ({}),
    description: 'The SIP phones of the account.',
  };
  builder.objectField(refOf(builder, Account), 'sipPhones', (t) => t.zoomConnection(sipPhones));
  builder.objectField(refOf(builder, User), 'sipPhones', (t) =>
    t.zoomConnection({
      list: api.listSipPhones,
      of: SipPhone,
      path: () => ({}),
      requires: ['email'],
      parentQuery: { search_key: (user) => user.get('email') ?? user.zoomId },
      description: 'The SIP phones of the user: one, or one for each platform.',
    }),
  );
  builder.queryFields((t) => ({
    sipPhones: t.zoomConnection(sipPhones),
    sipPhone: t.zoomNode({ of: SipPhone, id: "The global id or Zoom's own.", description: 'One SIP phone.' }),
  }));

  const pathEntities = { phoneId: SipPhone };
  const payload = { sipPhone: SipPhone };
  builder.mutationFields((t) => ({
    createSipPhone: t.zoomMutation('createSipPhone', {
      endpoint: api.createSipPhone,
      description: 'Creates a SIP phone for a user.',
      payload,
    }),
    updateSipPhone: t.zoomMutation('updateSipPhone', {
      endpoint: api.updateSipPhone,
      description: 'Updates a SIP phone.',
      pathEntities,
      payload,
    }),
    deleteSipPhone: t.zoomMutation('deleteSipPhone', {
      endpoint: api.deleteSipPhone,
      description: 'Deletes a SIP phone.',
      pathEntities,
      payload: {},
      deletes: SipPhone,
    }),
  }));
};
