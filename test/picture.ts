/** Pictures for uploads. */

/** One transparent dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** A picture of so many bytes: what follows the dot is not looked at. */
export const pictureOf = (bytes: number = PNG.length, type = 'image/png'): File =>
  new File([PNG, new Uint8Array(bytes - PNG.length)], 'a hill.png', { type });
