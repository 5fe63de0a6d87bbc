/** Which endpoints answer with secrets, as their shapes say. */
import * as z from 'zod';
import { once } from '../../engine/once.ts';
import type { Endpoint } from './endpoint.ts';
import { metaOf } from './shape.ts';

/** Whether an answer may hold a start URL, a download URL, a passcode, a key or a token. Who says nothing of its answer may. */
export const holdsSecrets = once(({ of }: Endpoint): boolean => of === undefined || isSecret(of, new Set()));

const isSecret = (type: z.core.$ZodType, seen: Set<unknown>): boolean => {
  if (seen.has(type)) return false;
  seen.add(type);
  const { sensitive, kind } = metaOf(type);
  if (sensitive) return true;
  // What has no shape may be anything.
  if (kind === 'json') return true;
  return partsOf(type).some((part) => isSecret(part, seen));
};

const partsOf = (type: z.core.$ZodType): readonly z.core.$ZodType[] => {
  if (type instanceof z.ZodObject) return Object.values(type.shape);
  if (type instanceof z.ZodArray) return [type.element];
  if (type instanceof z.ZodUnion) return type.options;
  if (type instanceof z.ZodRecord) return [type.valueType];
  if (type instanceof z.ZodLazy || type instanceof z.ZodOptional || type instanceof z.ZodNullable)
    return [type.unwrap()];
  return [];
};
