/**
 * Plugins that are not the gateway's own: authentication, metrics, whatever stands in front of a GraphQL server. They come behind all of
 * ours. README.md says what they may rely on.
 */
import type { Plugin } from 'graphql-yoga';

/** A plugin for Yoga, or for envelop, as others write them. */
export type ForeignPlugin = Plugin<Record<string, unknown>, Record<string, unknown>, Record<string, unknown>>;
type Hook = keyof ForeignPlugin;

/** Hooks that the short way has no place for. */
const ONLY_YOGAS: readonly Hook[] = ['onResultProcess', 'instrumentation'];
/** Hooks that see requests before their parameters are known. */
const IN_FRONT: readonly Hook[] = ['onRequest', 'onRequestParse', 'instrumentation'];
/** Hooks by which a plugin has a part in what becomes of a request behind the HTTP layer. */
const WITHIN: readonly Hook[] = [
  ...ONLY_YOGAS,
  'onPluginInit',
  'onEnveloped',
  'onSchemaChange',
  'onParams',
  'onParse',
  'onValidate',
  'onContextBuilding',
  'onExecute',
  'onSubscribe',
  'onExecutionResult',
];
/** What the server and the gateway put into the context of a request before its execution. */
const OWN: ReadonlySet<string | symbol> = new Set(['req', 'res', 'waitUntil', 'requestId', 'session', 'spans']);

export class Foreign {
  /** What to give to Yoga, as its last plugins. */
  readonly plugins: readonly ForeignPlugin[];
  /** Those that there are, with those that they have added; known when Yoga has taken them. */
  #all: readonly ForeignPlugin[] = [];

  constructor(given: readonly ForeignPlugin[]) {
    const first: ForeignPlugin = {};
    const last: ForeignPlugin = {
      onPluginInit: ({ plugins }) => {
        // What a plugin adds comes right behind it.
        const all = plugins as readonly ForeignPlugin[];
        this.#all = all.slice(all.indexOf(first) + 1, all.indexOf(last));
      },
    };
    this.plugins = given.length === 0 ? [] : [first, ...given, last];
  }

  get all(): readonly ForeignPlugin[] {
    return this.#all;
  }

  /** Whether all requests have to go Yoga's way. */
  get needYoga(): boolean {
    return this.#have(ONLY_YOGAS);
  }

  /** Whether some look at requests of HTTP, and may refuse them there: what comes by another way would pass them by. */
  get standInFront(): boolean {
    return this.#have(IN_FRONT);
  }

  /**
   * Whether a request may have the answer of another that asks for the same. Of foreign plugins we cannot know by what they tell requests
   * apart: so only where all of them stand in the HTTP layer alone, and have left nothing in the request's context for others to find.
   */
  mayShare(context: object): boolean {
    return !this.#have(WITHIN) && Reflect.ownKeys(context).every((key) => OWN.has(key));
  }

  #have(hooks: readonly Hook[]): boolean {
    return this.#all.some((plugin) => hooks.some((hook) => plugin[hook] !== undefined));
  }
}
