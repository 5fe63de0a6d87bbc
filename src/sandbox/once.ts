/** Makes something of each object once, for as long as the object is there. */
export const once = <O extends object, T extends object>(make: (of: O) => T): ((of: O) => T) => {
  const made = new WeakMap<O, T>();
  return (of) => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
};
