import type { Plugin } from 'graphql-yoga';
import { idempotentOnWritesAlone } from '../../../schema/types/idempotent.ts';

/** Refuses `@idempotent` where nothing is written. */
export const useIdempotent = (): Plugin => ({
  onValidate: ({ addValidationRule }) => addValidationRule(idempotentOnWritesAlone),
});
