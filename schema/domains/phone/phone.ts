import { builder } from '../../types/builder.ts';

/** Zoom Phone in the account: what each file of this folder adds its lists to. */
export const Phone = builder.objectRef<object>('Phone').implement({ description: 'Zoom Phone in the account.' });
