/** Items of lists that prove nothing: those that Zoom does not have are left out. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../../resolvers/context.ts';
import type { Entity } from '../../../resolvers/entity.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import { wantedOfItems } from '../../plan/selection.ts';
import { itemTypeOf } from '../../questions/askable.ts';
import { nullIfMissing } from '../entity.ts';
import type { Page } from './page.ts';

/** Those of the edges whose entities Zoom has; the page's cursors stay those of all, so that one without any still leads on. */
export const existingOf = async (
  edges: Page['edges'],
  { store }: Context,
  info: GraphQLResolveInfo,
): Promise<Page['edges']> => {
  const found = await Promise.all(
    edges.map((edge) => store.fetch(edge.node as Entity, proofOf(info)).then(() => edge, nullIfMissing)),
  );
  return found.filter((edge) => edge !== null);
};

/** The fields that are read of an item to see whether Zoom has it: those that are wanted, or else any. */
export const proofOf = (info: GraphQLResolveInfo): Iterable<string> => {
  const plan = planIn(info);
  const fields = wantedOfItems(plan);
  if (fields.size > 0) return fields;
  const type = itemTypeOf(plan.field)?.extensions.entity as EntityType | undefined;
  return Object.keys(type?.get?.of?.shape ?? {}).slice(0, 1);
};
