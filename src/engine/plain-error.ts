/**
 * Errors without frames. A stack takes several times as long as all else about an error, and an answer may have thousands of them; of what is
 * an answer, and no fault, nobody reads it.
 */

/** Makes an error whose own stack says nothing: that of what it is about stands in its cause. */
export const framelessly = <E extends Error>(make: () => E): E => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

/** An error that is an answer: its message says all that there is to say. */
export class PlainError extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
