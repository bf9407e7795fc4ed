/** What a digest is set up to hold, and how that is kept. */
import { z } from 'zod';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';

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

function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}

const schema = z.object({
  items: z.array(z.enum(DIGEST_ITEMS)),
  metals: z.array(z.string()),
  skipUnchanged: z.boolean().default(false),
  // One that no machine knows must not hold up what is posted and listed.
  locale: z.string().refine(isLocale).catch(DEFAULT_LOCALE).default(DEFAULT_LOCALE),
});

/** What a digest holds, as it is kept: JSON. `undefined` where it can't be read: of another version, or mended by hand. */
export function readContent(text: string): DigestContent | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
