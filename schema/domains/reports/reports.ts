import { perBuilder } from '../../types/builder.ts';

/** The reports of the account: what each file of this folder adds its lists to. */
export const reportsOf = perBuilder((builder) =>
  builder
    .objectRef<object>('Reports')
    .implement({ description: 'Reports on what was held, used, changed and billed in the account.' }),
);
