/** Questions for what has been typed so far. */
import Fuse from 'fuse.js';

/** fuse.js scans every question for the pattern, so its length is what a look-up costs. */
const LONGEST_PREFIX = 48;

/** Finds questions for a beginning, best first; the first ones for an empty beginning. Forgives typos. */
export function createTypeAhead(
  questions: readonly string[],
): (prefix: string, limit: number) => readonly string[] {
  const unique = [...new Set(questions)];
  const fuse = new Fuse(unique, { threshold: 0.4, ignoreLocation: true });
  return (prefix, limit) => {
    const most = Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : unique.length;
    const pattern = prefix.trim().slice(0, LONGEST_PREFIX);
    if (pattern === '' || most === 0) return unique.slice(0, most);
    return fuse.search(pattern, { limit: most }).map(({ item }) => item);
  };
}
