/** What is said of a card once it is decided, whether by its button or in words. */

export const LEFT = 'Left. Nothing was set up.';

export const chooseFirst = (what: string): string => `*Choose first:* ${what}`;
