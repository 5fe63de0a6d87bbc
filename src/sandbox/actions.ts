/** PUTs on `/status`, whose body says in `action` what happens to a thing, or to all things that it names. */
import type { Call, Result } from './call.ts';
import type { Ground } from './place.ts';
import { failing, missingAt } from './refusal.ts';
import type { Known } from './seeded.ts';
import type { Owner, Things } from './things.ts';

const actionOf = ({ body }: Call): string => String((body as Known).action);
/** Those that a body names, by id or email. */
const namedIn = <T extends Known>({ body }: Call, things: Things<T>): readonly T[] => {
  const named: readonly { id?: string; email?: string }[] = Object.values(body as Known).find(Array.isArray) ?? [];
  return named.map(({ id, email }) =>
    things.find(id ?? things.all().find((each) => each.email === email)?.id ?? email),
  );
};

/** What actions do to the things of a resource. */
export const acting = <T extends Known, O extends Owner>({ spec, placeOf, thingAt, refAt }: Ground<T, O>) => {
  const act = (call: Call, things: Things<T>, thing: T, owner: O): void => {
    failing(spec.refuse?.action?.(thing, call, owner));
    const change = spec.actions?.[actionOf(call)] ?? {};
    things.change(String(thing.id), typeof change === 'function' ? change(thing, call) : change);
  };
  const recover = (call: Call): void => {
    const ref = refAt(call);
    if (!placeOf(call).things.restore(ref)) throw spec.refuse?.missing?.(ref) ?? missingAt(call.endpoint, ref);
  };
  return {
    actOnOne: (call: Call): Result => {
      if (actionOf(call) === 'recover') recover(call);
      else {
        const { things, thing, owner } = thingAt(call);
        act(call, things, thing, owner);
      }
      return undefined;
    },
    actOnNamed: (call: Call): Result => {
      const { things, owner } = placeOf(call);
      for (const thing of namedIn(call, things)) act(call, things, thing, owner);
      return undefined;
    },
  };
};
