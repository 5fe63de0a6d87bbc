/** Tracking fields. */
import * as api from '../../../zoom/api/accounts/tracking-fields.ts';
import { filled } from '../../call.ts';
import { resource } from '../../resource.ts';

export const trackingFields = resource(api.getTrackingField, {
  name: 'tracking field',
  named: 'field',
  initial: {
    'Cost centre': { recommended_values: ['100', '200', '300'], required: true, visible: true },
    Project: { recommended_values: ['Apollo', 'Gemini'], required: false, visible: true },
    Client: { recommended_values: [], required: false, visible: false },
  },
  defaults: { recommended_values: [], required: false, visible: true },
  check: filled('field'),
});
