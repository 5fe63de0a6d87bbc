/**
 * Meeting numbers and instance UUIDs, made so that both can be read back: a sandbox of 10,000 users has a hundred thousand
 * meetings and never lists them all.
 */
import { opaqueId, pickInt } from '../seeded.ts';

/** Which meeting of which user; `user` is the index of the user. */
export interface Slot {
  readonly user: number;
  readonly nth: number;
}

const FIRST = 81_000_000_000;
const SLOTS = 1000;
/** Keeps neighbours apart, so that a wrong number does not hit another meeting by chance. */
const STRIDE = 613;

export const meetingNumber = (seed: number, { user, nth }: Slot): number =>
  FIRST + (user * SLOTS + nth) * STRIDE + (Math.abs(seed) % STRIDE);

export const slotOf = (seed: number, number: number): Slot | undefined => {
  const ordinal = (number - FIRST - (Math.abs(seed) % STRIDE)) / STRIDE;
  return Number.isInteger(ordinal) && ordinal >= 0
    ? { user: Math.floor(ordinal / SLOTS), nth: ordinal % SLOTS }
    : undefined;
};

/** Bytes that make a UUID begin with `/`, hold `//`, `+` or a single `/`: what breaks those who encode it carelessly. */
const STYLES: readonly (readonly [number, readonly number[]])[] = [
  [0, [0xfd, 0x9f, 0x21]],
  [6, [0xff, 0xff, 0xff]],
  [0, [0x83, 0xef, 0xbe]],
  [0, [0x1a, 0xbf, 0xc2]],
];

/** The UUID of a meeting's nth instance; 0 is the one to come. 24 characters of base64. */
export const uuidOf = (seed: number, meeting: number, instance: number): string => {
  const bytes = Buffer.alloc(16);
  Buffer.from(opaqueId(`${seed}/uuid/${meeting}/${instance}`)).copy(bytes);
  // 40 bits of number and 16 of instance, hidden under the seed.
  bytes.writeUIntBE(meeting % 2 ** 40, 9, 5);
  bytes.writeUInt16BE(instance, 14);
  const mask = Buffer.from(opaqueId(`${seed}/mask`));
  for (let i = 9; i < 16; i++) bytes[i] = (bytes[i] ?? 0) ^ (mask[i] ?? 0);
  const [at, style] = STYLES[pickInt(`${seed}/style/${meeting}/${instance}`, STYLES.length)] ?? [0, []];
  style.forEach((byte, i) => {
    bytes[at + i] = byte;
  });
  return bytes.toString('base64');
};

/** The meeting and instance of a UUID that `uuidOf` made. */
export const instanceOf = (seed: number, uuid: string): { meeting: number; instance: number } | undefined => {
  const bytes = Buffer.from(uuid, 'base64');
  if (bytes.length !== 16) return undefined;
  const mask = Buffer.from(opaqueId(`${seed}/mask`));
  for (let i = 9; i < 16; i++) bytes[i] = (bytes[i] ?? 0) ^ (mask[i] ?? 0);
  const meeting = bytes.readUIntBE(9, 5);
  const instance = bytes.readUInt16BE(14);
  return uuidOf(seed, meeting, instance) === uuid ? { meeting, instance } : undefined;
};
