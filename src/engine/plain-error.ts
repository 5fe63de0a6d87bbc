/**
 * An error that is an answer, and no fault: its message says all that there is to say. It has no frames. Nobody reads them, and an answer
 * with thousands of errors would spend most of its time on them: graphql writes out the stack of each error that it locates.
 */
export class PlainError extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
