/** Brings what a feed is read from: an address, a file, or each file of a folder. */
import { join } from 'node:path';
import type { Pieces } from '#src/quotes/tables/sheets/decode.ts';
import { download } from './download.ts';
import type { FeedContext } from './feed.ts';
import type { place } from './feed-schema.ts';
import { fileInPieces, tablesIn } from './files.ts';
import type { z } from 'zod';

interface Limits {
  readonly timeoutSeconds: number;
  readonly maxMegabytes: number;
  readonly retries: number;
}

/** One file, by name where a folder has several. */
interface Brought {
  readonly bytes: Pieces;
  readonly name: string | undefined;
}

/** @throws FeedError where it can't be had */
export async function* bytesFrom(
  from: z.output<typeof place>,
  limits: Limits,
  context: Pick<FeedContext, 'secret' | 'firstWaitMs'>,
): AsyncGenerator<Brought> {
  if ('url' in from) yield { bytes: inTurn(await download(from, limits, context)), name: undefined };
  else if ('file' in from) yield { bytes: fileInPieces(from.file, limits.maxMegabytes), name: undefined };
  else
    for (const name of await tablesIn(from.folder))
      yield { bytes: fileInPieces(join(from.folder, name), limits.maxMegabytes), name };
}

async function* inTurn(pieces: readonly Buffer[]): Pieces {
  yield* pieces;
}
