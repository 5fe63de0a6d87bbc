/** The gateway over a sandbox: REST calls go over HTTP, as they do to Zoom, and the sandbox counts them. */

import { type Sandbox, type SandboxOptions, startSandbox } from '../src/sandbox/index.ts';
import { readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import { createClient, type ZoomOptions } from '../src/zoom/client/client.ts';
import { askingOn, type Run, runOn } from './run.ts';
import { way } from './way.ts';

export interface World {
  readonly sandbox: Sandbox;
  /** Sends a query to the gateway, without a socket. */
  readonly run: Run;
  /** The same with request extensions: `{ dryRun: true }`. */
  readonly ask: ReturnType<typeof askingOn>;
  /** The REST calls that the sandbox received while `work` went on, as "METHOD /path/{template}". */
  counted<T>(work: () => Promise<T>): Promise<{ result: T; calls: string[] }>;
  close(): Promise<void>;
}

/** What a gateway is made with in a world. */
export type Made = Partial<ZoomOptions> & { readonly env?: Record<string, string> };

/** One more gateway over a sandbox. */
export const gatewayOver = (sandbox: Sandbox, { env = {}, plan = 'business', ...more }: Made = {}) => {
  const { apiUrl, oauthUrl, credentials, chatbot } = sandbox;
  const client = createClient({ apiUrl, oauthUrl, credentials, chatbot, plan, ...more });
  const gateway = createGateway({ ...way, client, config: readConfig(env) });
  return { client, run: runOn(gateway), ask: askingOn(gateway) };
};

export const startWorld = async (options: SandboxOptions = {}, made: Made = {}): Promise<World> => {
  const plan = options.plan ?? 'business';
  const sandbox = await startSandbox({ ...options, plan });
  const { client, run, ask } = gatewayOver(sandbox, { plan, ...made });
  return {
    sandbox,
    run,
    ask,
    counted: async (work) => {
      const before = sandbox.calls.length;
      const result = await work();
      return { result, calls: sandbox.calls.slice(before).map(({ method, path }) => `${method} ${path}`) };
    },
    close: async () => {
      await client.close();
      await sandbox.close();
    },
  };
};
