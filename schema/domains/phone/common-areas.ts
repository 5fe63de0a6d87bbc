import { listCommonAreas } from '../../../src/zoom/api/phone/common-areas.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneCommonAreasDomain: Domain = (builder) => {
  builder.objectField(phoneOf(builder), 'commonAreas', (t) =>
    t.zoomConnection({ list: listCommonAreas, description: 'The phones that belong to places and not to people.' }),
  );
};
