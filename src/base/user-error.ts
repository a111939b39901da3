/**
 * A mistake of the user's: one sentence that says what is wrong, where, and how to mend it.
 * Shown without a stack; the CLI ends with exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
