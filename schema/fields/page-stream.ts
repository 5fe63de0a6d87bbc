/** A list that comes page by page: whoever goes through it gets each item as soon as it is there. */
export class PageStream<T> implements AsyncIterable<T> {
  readonly #whole: Promise<readonly T[]>;
  #there: readonly T[] = [];
  #next = gate();

  /** `whole` is the list when no more will come; until then `advance` is told what is there. */
  constructor(whole: Promise<readonly T[]>) {
    this.#whole = whole;
    whole.catch(() => undefined); // told to each who goes through the list
  }

  /** These are there by now, from the first on. */
  advance(items: readonly T[]): void {
    this.#there = items;
    const { open } = this.#next;
    this.#next = gate();
    open();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    let at = 0;
    for (let isWhole = false; ; ) {
      for (; at < this.#there.length; at++) yield this.#there[at] as T;
      if (isWhole) return;
      const whole = await Promise.race([this.#whole, this.#next.opened]);
      isWhole = whole !== undefined;
      if (whole) this.#there = whole;
    }
  }
}

const gate = () => {
  let open = () => {};
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  return { open, opened };
};

/** The same list, of what each item becomes. */
export const mapped = <T, R>(items: AsyncIterable<T>, to: (item: T) => R): AsyncIterable<R> => mapping(items, to);
async function* mapping<T, R>(items: AsyncIterable<T>, to: (item: T) => R): AsyncGenerator<R> {
  for await (const item of items) yield to(item);
}
