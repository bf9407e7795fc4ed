/** What of a text may be taken for something else than it says: the edit that makes another reading of it. */
import type { Left } from '../cues.ts';
import type { Token } from '../tokens.ts';

export type Replacement = Pick<Token, 'word' | 'raw' | 'value' | 'readings'>;

/** A run of words taken for noise, or one word for another. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  /** What stands in its place, a token for each; noise where nothing does. */
  readonly other?: readonly Replacement[] | undefined;
  readonly kind: Left['kind'];
  /** What stands in its place is a name that the word may be a slip of. */
  readonly name?: boolean;
  readonly cost: number;
}

/** The tokens with these edits made; what stood before a word that is left out stands before the next one. */
export function applied(tokens: readonly Token[], edits: readonly Edit[]): readonly Token[] {
  const kept: Token[] = [];
  let between = '';
  for (const [at, token] of tokens.entries()) {
    const edit = edits.find(({ from, to }) => from <= at && at < to);
    if (edit !== undefined && edit.other === undefined) {
      between = between === '' ? token.between : between;
      continue;
    }
    const moved =
      between === '' ? token : { ...token, between: between === '' ? ' ' : between, glued: false };
    between = '';
    const other = edit?.other?.[at - edit.from];
    kept.push(other === undefined ? moved : { ...moved, ...other, mended: true });
  }
  return kept;
}
