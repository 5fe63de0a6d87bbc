/** Cursors of items that have just been created. */
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { encodeUnseen } from '../cursor.ts';
import type { Entity } from '../entity.ts';
import { type ListQuery, listName } from './query.ts';

/** The cursor of an item that is in a list although it was not met there, since it has just been created. */
export const cursorOfNew = (query: ListQuery, entity: Entity): string => {
  const uuid = entity.known('uuid');
  return encodeUnseen(listName(query), typeof uuid === 'string' && hasUuid(query.list) ? uuid : entity.key);
};

/** The fields besides those of the key that such a cursor is made of. */
export const fieldsOfCursor = (list: ListEndpoint): readonly string[] => (hasUuid(list) ? ['uuid'] : []);

const hasUuid = ({ of }: ListEndpoint): boolean => of.shape.uuid !== undefined;
