import { CommonArea } from '../../../src/zoom/api/phone/common-areas.entities.ts';
import { listCommonAreas } from '../../../src/zoom/api/phone/common-areas.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneCommonAreasDomain: Domain = (builder) => {
  entityObject(builder, CommonArea);

  builder.objectField(phoneOf(builder), 'commonAreas', (t) =>
    t.zoomConnection({
      list: listCommonAreas,
      of: CommonArea,
      description: 'The phones that belong to places and not to people.',
    }),
  );
};
