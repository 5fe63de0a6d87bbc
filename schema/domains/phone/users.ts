import { siteOf } from '../../../resolvers/domains/phone/users.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import * as api from '../../../src/zoom/api/phone/users.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf, sourcesOf } from '../../fields/entity.ts';
import type { CostContext } from '../../plan/cost.ts';
import type { Domain } from '../../types/builder.ts';
import { restOf } from '../../types/rest.ts';
import { phoneOf } from './phone.ts';

const site = { nullable: true, extensions: { requires: ['site_id'] } } as const;

export const phoneUsersDomain: Domain = (builder) => {
  entityObject(builder, PhoneUser, {
    omit: ['site', 'site_id'],
    fields: (t) => ({
      site: t.field({
        type: refOf(builder, PhoneSite),
        ...site,
        directives: restOf(...sourcesOf(PhoneSite)),
        extensions: {
          ...site.extensions,
          cost: ({ parents, child }: CostContext) => ({
            returns: child({ of: PhoneSite, known: new Set(parents.known.has('site') ? ['id', 'name'] : ['id']) }),
          }),
        },
        description: 'The site that the user belongs to.',
        resolve: (user, _, { store }) => siteOf(store, user),
      }),
      siteId: t.field({
        type: 'ID',
        ...site,
        directives: restOf(api.getPhoneUser),
        description: "Zoom's own ID of the site.",
        resolve: async (user, _, { store }) => (await siteOf(store, user))?.zoomId,
      }),
      user: t.zoomRef({
        of: User,
        requires: ['id'],
        link: (user) => ({ id: user.get('id'), email: user.get('email') }),
        description: 'The user whose phone it is.',
      }),
      settings: t.zoomObject({ get: api.getPhoneUserSettings, description: 'How the phone behaves for the user.' }),
    }),
  });

  builder.objectField(refOf(builder, User), 'phone', (t) =>
    t.zoomLookup({
      of: PhoneUser,
      params: (user) => user.params,
      optional: true,
      description: "The user's phone, if there is one.",
    }),
  );
  builder.objectField(phoneOf(builder), 'users', (t) =>
    t.zoomConnection({ list: api.listPhoneUsers, of: PhoneUser, description: 'The users who have a phone.' }),
  );
  builder.queryField('phoneUser', (t) =>
    t.zoomNode({
      of: PhoneUser,
      id: "The global id, or the Zoom user's id or email.",
      description: 'One user of Zoom Phone.',
    }),
  );

  builder.mutationField('updatePhoneUser', (t) =>
    t.zoomMutation('updatePhoneUser', {
      endpoint: api.updatePhoneUser,
      description: 'Updates a phone user. What is left out stays.',
      pathEntities: { userId: PhoneUser },
      pathNames: { userId: 'phoneUserId' },
      payload: { phoneUser: PhoneUser },
    }),
  );
};
