import { randomBytes } from 'node:crypto';

/** A new id that nobody has and nobody guesses: 16 letters, digits, dashes and underscores. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}
