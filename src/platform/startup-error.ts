/**
 * The server cannot start, and its user can do something about it. The message is what to print: a sentence or two,
 * without a stack.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
