/** What is said to a card instead of pressing its button: "yes", "ok, do it", "never mind". Nothing else may stand beside it. */
import type { Intent } from '#src/domain/watching/requests/request.ts';
import WORDS from './decision-words.json' with { type: 'json' };

/** `act` by words of agreement alone, or with what is to be done named: "yes, delete it". */
export type Decision = { readonly does: 'cancel' } | { readonly does: 'act'; readonly isNamed: boolean };

const CLASSES = ['ok', 'yes', 'do', 'no', 'cancel', 'thanks', 'beside'] as const;
type Class = (typeof CLASSES)[number] | 'named';

const listed = (phrases: string): readonly string[] => phrases.split(', ').filter((phrase) => phrase !== '');

/** Each phrase with what it says, the longest first: "do it" before "do". */
type Phrases = readonly (readonly [phrase: string, says: Class])[];

const COMMON: Phrases = CLASSES.flatMap((says) =>
  listed(WORDS[says]).map((phrase) => [phrase, says] as const),
);

const phrasesOf = (intent: Intent): Phrases => {
  const verbs: Readonly<Partial<Record<string, string>>> = WORDS.verbs;
  const named = listed(verbs[intent] ?? '').flatMap((verb) => [
    [verb, 'named'] as const,
    ...listed(WORDS.objects).map((object) => [`${verb} ${object}`, 'named'] as const),
  ]);
  return [...named, ...COMMON].toSorted(([a], [b]) => b.length - a.length);
};

/** No decision is longer than a sentence. */
const LONGEST = 60;
const BETWEEN = /^[\s,.!;:–—-]+/u;

/** @returns `undefined` where the text is no decision, or says both. A question decides nothing. */
export function decisionIn(text: string, intent: Intent): Decision | undefined {
  if (text.length > LONGEST) return undefined;
  const said = saidIn(text.trim().toLowerCase().replaceAll('’', "'"), phrasesOf(intent));
  if (said === undefined) return undefined;
  const [agrees, does, refuses] = [
    said.has('ok') || said.has('yes'),
    said.has('do') || said.has('named'),
    said.has('no'),
  ];
  // "yes, cancel it" to the question whether to delete is both.
  if (said.has('cancel'))
    return does || (agrees && intent.endsWith('.delete')) ? undefined : { does: 'cancel' };
  if (refuses) return agrees || does ? undefined : { does: 'cancel' };
  // "ok, thanks" may be said to anything that was read.
  if (!does && !said.has('yes') && (!said.has('ok') || said.has('thanks'))) return undefined;
  return { does: 'act', isNamed: said.has('named') };
}

/** What a text says that is made of such phrases alone. */
function saidIn(text: string, phrases: Phrases): ReadonlySet<Class> | undefined {
  const said = new Set<Class>();
  let left = text;
  while (left !== '') {
    const found = phrases.find(
      ([phrase]) => left.startsWith(phrase) && !/^[\p{L}\p{N}'_+]/u.test(left.slice(phrase.length)),
    );
    if (found === undefined) return undefined;
    said.add(found[1]);
    left = left.slice(found[0].length).replace(BETWEEN, '');
  }
  return said;
}
