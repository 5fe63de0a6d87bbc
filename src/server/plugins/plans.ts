import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { executePlanned } from '../executor/index.ts';

/** Executes operations by plans; what these do not know, such as subscriptions, the usual executor does. */
export const usePlans = (): Plugin => ({
  onExecute: ({ executeFn, setExecuteFn }) =>
    setExecuteFn((args: ExecutionArgs) => executePlanned(args) ?? executeFn(args)),
});
