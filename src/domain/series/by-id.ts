/** Finds a thing in a list by its id: the list is gone through once, and not for each question. */

const PLACES = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

/** The first of the list that has the id. The list must stay as it is. */
export function withId<T extends { readonly id: string }>(things: readonly T[], id: string): T | undefined {
  let places = PLACES.get(things);
  if (places === undefined) {
    places = new Map(things.map((thing, at) => [thing.id, at] as const).toReversed());
    PLACES.set(things, places);
  }
  const at = places.get(id);
  return at === undefined ? undefined : things[at];
}
