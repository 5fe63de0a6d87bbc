import { listCommonAreas } from '../../../src/zoom/api/phone/common-areas.ts';
import { builder } from '../../types/builder.ts';
import { Phone } from './phone.ts';

builder.objectField(Phone, 'commonAreas', (t) =>
  t.zoomConnection({ list: listCommonAreas, description: 'The phones that belong to places and not to people.' }),
);
