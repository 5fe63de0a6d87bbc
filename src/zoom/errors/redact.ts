/** Makes a text from elsewhere fit to be shown: no token, no query string, no control characters, and not too long. */
const LONGEST_TEXT = 500;

const RULES: readonly (readonly [RegExp, string])[] = [
  // A query string, of a URL or of a path.
  [/([/\w])\?[^\s"'<>]*=[^\s"'<>]*/g, '$1?…'],
  [/\b(bearer|basic)\s+[\w\-+/=.~]+/gi, '$1 …'],
  [/\b([\w-]*(?:token|secret|password|passcode|zak))(["']?\s*[=:]\s*["']?)(?!\s)[^\s"',;&]+/gi, '$1$2…'],
  [/\beyJ[\w-]+(\.[\w-]*)*/g, '…'],
  // Longer than any id or UUID of Zoom.
  [/[\w\-+=]{40,}/g, '…'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  [/[\u0000-\u001f\u007f\s]+/g, ' '],
];

export const redact = (text: string, secrets: readonly string[] = []): string => {
  let clean = text;
  // Before the text is cut, for a part of a secret would not be found.
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '…');
  clean = clean.slice(0, 10 * LONGEST_TEXT);
  for (const [pattern, by] of RULES) clean = clean.replace(pattern, by);
  clean = clean.trim();
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
};
