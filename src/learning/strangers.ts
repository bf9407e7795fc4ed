/**
 * Questions that are none of the bot's business, made for training: other goods and markets, companies, work, devices, accounts, errands,
 * general knowledge, small talk. No line of any question set is among them.
 */
import { createRandom, type Random } from '#src/domain/faq/matching/random.ts';
import source from './strangers.json' with { type: 'json' };

interface Stranger {
  readonly text: string;
  /** What it is about; `goods` and `markets` ask what the bot is asked too, of what it has no figures of. */
  readonly kind: string;
}

interface StrangerOptions {
  readonly count: number;
  readonly seed: number;
  /** All of them where none are named. */
  readonly kinds?: readonly string[];
  /** Whether the bot has something on a good, company or currency, which then is no stranger. */
  readonly isCovered?: (name: string) => boolean;
}

/** Times in a row that a drawn question may be one that is there already, before all are taken to be. */
const PATIENCE = 1000;

const LISTS: Readonly<Record<string, readonly string[]>> = source.lists;

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.next() * items.length)]!;
}

/** A template with its slots filled in; two slots of one list get two things. */
function fillIn(
  template: string,
  lists: Readonly<Record<string, readonly string[]>>,
  random: Random,
): string {
  const used = new Set<string>();
  return template.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => {
    const left = (lists[slot] ?? []).filter((one) => !used.has(one));
    const filler = pick(left, random);
    used.add(filler);
    return filler;
  });
}

/**
 * As many questions of strangers, all different, the kinds in turn; fewer where there are no more. The same seed gives the same ones.
 * Lower case, rightly spelt.
 */
export function makeStrangers({
  count,
  seed,
  kinds: wanted = Object.keys(source.kinds),
  isCovered = () => false,
}: StrangerOptions): readonly Stranger[] {
  const random = createRandom(seed);
  const lists = Object.fromEntries(
    Object.entries(LISTS).map(([name, list]) => [name, list.filter((one) => !isCovered(one))]),
  );
  const kinds = Object.entries(source.kinds).filter(([kind]) => wanted.includes(kind));
  const made = new Map<string, Stranger>();
  let repeated = 0;
  for (let turn = 0; made.size < count && repeated < PATIENCE; turn += 1) {
    const [kind, templates] = kinds[turn % kinds.length]!;
    const text = fillIn(pick(templates, random), lists, random);
    if (made.has(text)) repeated += 1;
    else {
      made.set(text, { text, kind });
      repeated = 0;
    }
  }
  return [...made.values()];
}
