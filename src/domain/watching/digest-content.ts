/** What a digest is set up to hold. */
export const DIGEST_ITEMS = ['price', 'change', 'sectors', 'production', 'alerts', 'chart'] as const;
export type DigestItem = (typeof DIGEST_ITEMS)[number];

export interface DigestContent {
  readonly items: readonly DigestItem[];
  /** Ids of metals, and of what only markets quote, such as NdPr. */
  readonly metals: readonly string[];
  /** Post nothing where nothing has changed, instead of what was chosen below a line that says so. */
  readonly skipUnchanged: boolean;
  /** Language of numbers: "en", "de". */
  readonly locale: string;
}
