/** Policies as bodies say them, and as reading shows them. */
import { given, isKnown, type Known } from '../../seeded.ts';

/** What reading shows of policies that were written: where a call goes stands within, updates stand side by side, and nothing is reset. */
export const policyShown = (policy: unknown): Known | undefined =>
  isKnown(policy)
    ? Object.fromEntries(Object.entries(policy).map(([name, value]) => [name, isKnown(value) ? shown(value) : value]))
    : undefined;

const shown = ({ reset: _reset, forward_to_extension_id, repeat_setting, ...policy }: Known): Known =>
  given({
    ...policy,
    forward_to: forward_to_extension_id && { extension_id: forward_to_extension_id },
    repeat_setting: isKnown(repeat_setting) ? repetition(repeat_setting) : undefined,
  });
const repetition = ({ monthly_setting, ...weekly }: Known): Known => ({
  ...weekly,
  ...(isKnown(monthly_setting) ? monthly_setting : {}),
});
