/** Names objects, so that what is kept of several of them can stand in one cache. */
const names = new WeakMap<object, number>();
let last = 0;

/** The same for the same object, and for no other. */
export const nameOf = (thing: object): number => {
  const name = names.get(thing) ?? ++last;
  names.set(thing, name);
  return name;
};
