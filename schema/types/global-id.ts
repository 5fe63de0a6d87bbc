/** Global ids: a type's name and a key, as base64 of "User:abc". */
import type { EntityType } from '../../src/zoom/declare/entity.ts';

const nodeTypes = new Map<string, EntityType>();
/** Makes global ids of this type known to `globalIdOf`. */
export const knowNodeType = (type: EntityType) => nodeTypes.set(type.name, type);

/** The global id of what has this key. */
export const globalIdFor = (type: string, key: string): string => {
  const text = `${type}:${key}`;
  // Nearly all keys are ASCII, which needs no bytes of its own.
  return /^[\x20-\x7e]*$/.test(text) ? btoa(text) : Buffer.from(text, 'utf8').toString('base64');
};

/** A global id's type and key; undefined for anything else, such as Zoom's own ids. */
export const globalIdOf = (text: string): { type: EntityType; key: string } | undefined => {
  const [, name = '', key = ''] = /^(\w+):(.+)$/s.exec(Buffer.from(text, 'base64').toString('utf8')) ?? [];
  const type = nodeTypes.get(name);
  return type && key !== '' ? { type, key } : undefined;
};
