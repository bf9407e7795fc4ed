/** Continents and blocs, how they are said, and which countries are in them. */
import REGIONS from './regions.json' with { type: 'json' };

/** The countries of each, in the data's spelling, as the United Nations count them (M49), or as members of a bloc. */
export const COUNTRIES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(REGIONS).map(([name, { countries }]) => [name, countries]),
);

/** How each is said. */
export const REGION_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(REGIONS).flatMap(([name, { said }]) => said.map((words) => [words, name] as const)),
);
