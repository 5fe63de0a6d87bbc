/**
 * What Zoom takes of a value, as far as its documents say: how long a text may be, how large a number, how many items a list. The gateway
 * refuses before the call what Zoom would refuse after it, and the sandbox refuses the same. Answers are never held to it.
 */
export interface Limits {
  /** The characters of a text, the items of a list, or the number itself. */
  readonly min?: number;
  readonly max?: number;
  /** The form of a text, or of each item of a delimited one. */
  readonly form?: Form;
}
export interface Form {
  /** A regular expression, as text: zod's registry takes no other. */
  readonly pattern: string;
  /** What matches, in words that go on from "must be". */
  readonly words: string;
}

type Counted = 'characters' | 'items';
const LARGE = new Intl.NumberFormat('en-US');

/** "from 1 to 99", "at most 200 characters"; undefined where nothing is limited but the form. */
export const limitsInWords = ({ min, max }: Limits, counted?: Counted): string | undefined => {
  const [least, most] = [min, max].map((bound) => bound !== undefined && LARGE.format(bound));
  const range = least && most ? `from ${least} to ${most}` : most ? `at most ${most}` : least && `at least ${least}`;
  return range ? [range, counted].filter(Boolean).join(' ') : undefined;
};

/** Why a value is not within its limits, in words that go on from its name; undefined for one that is. */
export const beyondLimits = (limits: Limits, value: unknown, separator?: string): string | undefined => {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, form } = limits;
  // An empty text takes away what was there.
  if (value === '') return undefined;
  if (typeof value === 'string') {
    const items = separator === undefined ? [value] : value.split(separator);
    const pattern = form && new RegExp(form.pattern);
    if (pattern && !items.every((item) => pattern.test(item))) return `must be ${form.words}`;
  }
  const counted = Array.isArray(value) ? 'items' : typeof value === 'string' ? 'characters' : undefined;
  // Characters as a reader counts them, which never makes more of them than Zoom does.
  const size = Array.isArray(value) ? value.length : typeof value === 'string' ? [...value].length : value;
  if (typeof size !== 'number' || (size >= min && size <= max)) return undefined;
  const has = counted ? 'have' : 'be';
  return `must ${has} ${limitsInWords(limits, counted)}, and ${counted ? 'has' : 'is'} ${LARGE.format(size)}`;
};
