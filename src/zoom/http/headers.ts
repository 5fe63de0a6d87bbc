/** The headers of an answer. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export const headerOf =
  (headers: Headers) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
