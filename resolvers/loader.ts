/** Makes the unknown fields of entities known: what several miss in one tick is read together (hydrate.ts). */
import DataLoader from 'dataloader';
import type { RequestContext } from '../src/zoom/client/client.ts';
import type { EntityType } from '../src/zoom/declare/entity.ts';
import type { Entities } from './entities.ts';
import type { Entity } from './entity.ts';
import { type Hydration, hydrate, type Want } from './hydrate.ts';
import type { Reads } from './reads.ts';

interface Parts {
  readonly hydration: Hydration;
  readonly reads: Reads;
  readonly entities: Entities;
  readonly requestContext: RequestContext;
}

export class Loader {
  readonly #parts: Parts;
  readonly #loaders = new Map<EntityType, DataLoader<Want, undefined>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Makes the fields known: by what other requests were told just now, else by reading them. Rejects with the ZoomError of the call that failed. */
  async load(entity: Entity, fields: Iterable<string>): Promise<void> {
    const wanted = [...fields];
    if (wanted.every((field) => entity.has(field))) return;
    const { reads, entities, requestContext } = this.#parts;
    const remembered = reads.remembered(entity, wanted);
    if (remembered) entities.addCached(entity, remembered);
    const missing = wanted.filter((field) => !entity.has(field));
    if (missing.length === 0) return;
    entity.loading = this.#loaderOf(entity.type).load({
      entity,
      fields: missing,
      causes: requestContext.trace?.causes(),
    });
    await entity.loading;
  }

  /** The same of an entity that a client named, or whose existence is in question: what other requests were told proves nothing. */
  async fetch(entity: Entity, fields: Iterable<string>): Promise<void> {
    entity.mustVerify = true;
    for (let at = entity.layers.length - 1; at >= 0; at--) if (entity.layers[at]?.isCached) entity.layers.splice(at, 1);
    await this.load(entity, fields);
  }

  #loaderOf(type: EntityType): DataLoader<Want, undefined> {
    const loader =
      this.#loaders.get(type) ??
      new DataLoader<Want, undefined>((wants) => hydrate(this.#parts.hydration, type, wants), { cache: false });
    this.#loaders.set(type, loader);
    return loader;
  }
}
