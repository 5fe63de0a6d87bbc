/** Works something out of each object once, for as long as the object is there. */
export const once = <O extends object, T>(work: (of: O) => T): ((of: O) => T) => {
  const known = new WeakMap<O, { readonly value: T }>();
  return (of) => {
    const there = known.get(of);
    if (there) return there.value;
    const value = work(of);
    known.set(of, { value });
    return value;
  };
};
