/** What may be shown to a whole channel, as a type: only what is made to be is let through, whoever forgets to ask. */

export const MAY_BE_PUBLIC: unique symbol = Symbol('may be public');

/** An answer to a question, or a line that is the same for everybody. Lists, what others asked, and what is set up are never of this type. */
export interface Public {
  readonly [MAY_BE_PUBLIC]: true;
}
