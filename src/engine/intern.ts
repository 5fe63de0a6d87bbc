/** Objects that will be met again, as they are: what was made of one of them can be kept by it. Others come once, and are gone. */
const lasting = new WeakSet<object>();

export const intern = (thing: object): void => void lasting.add(thing);
export const isInterned = (thing: unknown): thing is object =>
  typeof thing === 'object' && thing !== null && lasting.has(thing);
