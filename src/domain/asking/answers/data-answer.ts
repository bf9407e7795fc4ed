/** What the data says to one question: quotes, figures of years, what is wanted beside them; or that its subject is not ours. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Answer } from '#src/domain/answer.ts';
import { figureAnswer, foreignAnswer, unknownAnswer, type DataAnswer, figuresOrMissing } from './answers.ts';
import type { AskContext } from '../context.ts';
import type { Catalog } from '../catalog.ts';
import { acrossSeries, isCosted, isQuoted, withoutOutsiders } from '../outsiders.ts';
import { acrossAfter } from '#src/domain/reading/follow-ups/across-after.ts';
import { mergeFollowUp } from '#src/domain/reading/follow-ups/follow-up.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { outsiderOf } from '#src/domain/series/figures.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { Market } from '#src/domain/series/library.ts';
import {
  leftOutOfFigures,
  leftOutOfQuotes,
  sayFiner,
  sayFirmness,
  sayLeftOut,
} from '#src/domain/topics/left-out.ts';
import { answerDated, isOfDays } from '#src/domain/topics/price/dated/dated-answer.ts';
import { quotedAlone, quotedMixture } from '#src/domain/topics/price/quoted-beside.ts';
import { acrossAnswer, familyAnswer, profileAnswer } from './group-answer.ts';
import { asFacet } from '../under-discussion.ts';
import { quotedAnswer, withQuote, figureParts } from './figure-parts.ts';
import { asideAnswer } from './aside-answer.ts';
import { eachOfList } from './each-of-list.ts';
import { needsNoEntry } from './needs-no-entry.ts';

/** What is asked of many at once leans on nothing. */
const OF_MANY = [acrossAnswer, profileAnswer, familyAnswer];

/** A question beside the one before it, with what the kinds of answer look at. */
interface Asked {
  /** As it was read alone. */
  readonly read: Question;
  /** With what it leaves to the one before it. */
  readonly merged: Question;
  /** Without metals that have neither figures nor quotes. */
  readonly question: Question;
  /** Metals that have no figures of ours, by id. */
  readonly outsiders: readonly string[];
  /** Whether a word of it tells prices of the metal before it apart. */
  readonly isFacet: boolean;
  readonly market: Market;
  readonly catalog: Catalog;
  readonly context: AskContext;
}

/** `undefined` where a question is not of the kind; `'nothing'` where it is, and the data says nothing to it. */
type Kind = (asked: Asked) => DataAnswer | 'nothing' | undefined;

/** The first that a question is of has its answer. */
const KINDS: readonly Kind[] = [
  ({ merged, catalog, context: { now } }) => sure(asideAnswer(merged, catalog, now)),
  ofDays,
  ofItself,
  ({ merged, market, catalog }) => {
    const across = acrossSeries(merged, market);
    return across && figuresOrMissing(figureAnswer(merged, catalog, [across]));
  },
  ofEach,
  ofForeign,
  ({ question, catalog }) =>
    question.intent === 'greeting'
      ? { kind: 'talk', answer: unknownAnswer(question, catalog, replyTo(question)) }
      : undefined,
  // "Will gold rise": what was says nothing of what comes.
  ({ question }) => (asksOfFuture(question) ? 'nothing' : undefined),
  ofFigures,
];
/** "Thx" and "bye" are answered in kind. */
const replyTo = ({ text }: Question): string =>
  THANKS.test(text) ? 'You’re welcome.' : PARTING.test(text) ? 'Goodbye.' : HELLO;
const THANKS =
  /\b(?:th(?:an)?(?:k|nk|x)\w*|ty|tyvm|cheers|appreciate|been|great|awesome|perfect|nice|cool|good job|well done)\b/iu;
const PARTING = /\b(?:good ?bye|bye|see you|cya|later|good night)\b/iu;
const HELLO = 'Hello. Ask me about metal prices, production, sectors or supply.';

/** What the data says; `undefined` where it says nothing to such a question. */
export function answerFromData(
  read: Question,
  catalog: Catalog,
  context: AskContext,
): DataAnswer | undefined {
  const { now, previous } = context;
  // An order that was spoken of, with another family or year.
  const ordered = previous === undefined ? undefined : acrossAfter(previous, read);
  for (const answer of OF_MANY) {
    const said = answer(ordered ?? read, catalog, now);
    if (said !== undefined) return said;
  }
  if (previous === undefined && asksOfMany(read)) return undefined;
  const asked = besideBefore(read, catalog, context);
  for (const answer of KINDS) {
    const said = answer(asked);
    if (said !== undefined) return said === 'nothing' ? undefined : said;
  }
  return undefined;
}

function besideBefore(read: Question, catalog: Catalog, context: AskContext): Asked {
  const { now, previous, book } = context;
  const leaning = previous === undefined ? read : asFacet(previous, read, catalog);
  const merged =
    previous === undefined
      ? read
      : mergeFollowUp(previous, leaning, {
          thisYear: now.getUTCFullYear(),
          defaultMetal: catalog.defaultMetal,
        });
  const outsiders = merged.metals.filter((id) => outsiderOf(catalog, id) !== undefined);
  const unknown = outsiders.filter((id) => !isCosted(merged, id, book));
  return {
    read,
    merged,
    question: unknown.length === 0 ? merged : withoutOutsiders(merged, catalog, unknown, book),
    outsiders,
    isFacet: leaning !== read,
    market: { catalog, book, today: book?.today ?? isoDate(now.getTime()) },
    catalog,
    context,
  };
}

const sure = (answer: Answer | undefined): DataAnswer | undefined =>
  answer && { ...figuresOrMissing(answer), sure: true };

/** By quotes: of a time that only they are of, or where they are what is asked for. */
function ofDays({ read, merged, market, catalog, context }: Asked): ReturnType<Kind> {
  const quoted = answerDated(merged, market, {
    previous: context.previous,
    named: read.metals.length > 0,
  });
  if (quoted === undefined) return undefined;
  const answer = quotedAnswer(merged, catalog, quoted, context.now);
  return sure(sayLeftOut(answer, leftOutOfQuotes(merged, quoted.place)));
}

/** What has no figures is not what "production 2023" leans on; "and 2023?" is of nothing else. */
function ofItself({ read, outsiders, catalog, context: { now, book } }: Asked): ReturnType<Kind> {
  if (outsiders.length === 0 || read.metals.length > 0 || read.followUp) return undefined;
  return answerFromData(read, catalog, { now, book }) ?? 'nothing';
}

function ofEach({ merged, outsiders, catalog, context: { now, book } }: Asked): ReturnType<Kind> {
  if (outsiders.length === 0 && !isOfDays(merged.wanted)) return undefined;
  const each = eachOfList(merged, catalog, (one) => answerFromData(one, catalog, { now, book })?.answer);
  return each && figuresOrMissing(each);
}

/** That its subject is not ours; it stays under discussion. */
function ofForeign({ question, merged, outsiders, market, catalog }: Asked): ReturnType<Kind> {
  if (question.foreign === null) return undefined;
  const outsider = outsiderOf(catalog, outsiders.find((id) => isQuoted(id, market.book)) ?? '');
  const alone = outsider && quotedAlone(outsider, market);
  const answer = foreignAnswer(question, catalog, question.foreign, alone);
  return {
    kind: 'foreign',
    answer: { ...answer, question: { ...answer.question, metals: merged.metals } },
  };
}

function ofFigures({ question, isFacet, market, catalog, context: { now, book } }: Asked): ReturnType<Kind> {
  const figures = figureParts(question, catalog, { now, book });
  if (figures.length === 0) return undefined;
  const mixture = quotedMixture(question, market);
  const shown = mixture === undefined ? figures : withQuote(figures, mixture);
  const answer = sayFirmness(sayFiner(figureAnswer(question, catalog, shown)));
  const data = figuresOrMissing(sayLeftOut(answer, leftOutOfFigures(question, catalog, book)));
  return isFacet || needsNoEntry(question, catalog) ? { ...data, sure: true } : data;
}

/** No figure of the metal that stands for none is one of a family that is named, or of all that a country has or has not. */
const asksOfMany = (read: Question): boolean =>
  read.metals.length === 0 &&
  ((read.families ?? []).length > 0 ||
    (read.countries.length > 0 &&
      says(read, 'goods') &&
      !read.metrics.some((metric) => metric === 'import-reliance' || metric === 'critical')));

/** How something moves, in a time that no year says and that is to come. */
function asksOfFuture({ reason, intent, years, text }: Question): boolean {
  const comes = (reason && says({ text }, 'future')) || says({ text }, 'when will');
  return comes && intent === 'change' && years.length === 0;
}
