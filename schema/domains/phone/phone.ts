import { perBuilder } from '../../types/builder.ts';

/** Zoom Phone in the account: what each file of this folder adds its lists to. */
export const phoneOf = perBuilder((builder) =>
  builder.objectRef<object>('Phone').implement({ description: 'Zoom Phone in the account.' }),
);
