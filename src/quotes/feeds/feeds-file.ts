/** The feeds file as the app finds it at its start: what knows the kinds of feed is loaded only where there is one. */
import { readFile } from 'node:fs/promises';
import { DEFAULT_AGE_LIMITS } from '#src/domain/series/freshness.ts';
import type { FeedSettings } from './feed-settings.ts';
import { FeedsFileError } from './feed.ts';

/** What holds without a feeds file. */
const NO_FEEDS: FeedSettings = {
  feeds: [],
  vat: [],
  mayEnter: 'admins',
  manual: { staleAfterDays: DEFAULT_AGE_LIMITS.staleAfter, deadAfterDays: DEFAULT_AGE_LIMITS.deadAfter },
};

/**
 * Reads the feeds file; one that isn't there sets up no feed.
 * @throws FeedsFileError naming every fault
 */
export async function readFeedSettings(file: string): Promise<FeedSettings> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NO_FEEDS;
    throw new FeedsFileError([
      `${file}: the file: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const { parseFeedSettings } = await import('./feed-settings.ts');
  return parseFeedSettings(text, file);
}
