/** What the data says to one question: quotes, figures of years, what is wanted beside them; or that its subject is not ours. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Answer } from '#src/domain/answer.ts';
import {
  figureAnswer,
  foreignAnswer,
  together,
  unknownAnswer,
  type DataAnswer,
  figuresOrMissing,
} from './answers.ts';
import type { AskContext } from '../context.ts';
import type { Catalog } from '../catalog.ts';
import { acrossSeries, isCosted, isQuoted, typedFor, withoutOutsiders } from '../outsiders.ts';
import { mergeFollowUp } from '#src/domain/reading/follow-ups/follow-up.ts';
import { COUNTRIES_OF } from '#src/domain/reading/words/things/regions.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { withId } from '#src/domain/series/by-id.ts';
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
import { asideAnswer, isDescribed } from './aside-answer.ts';

/** What the data says; `undefined` where it says nothing to such a question. */
export function answerFromData(
  read: Question,
  catalog: Catalog,
  context: AskContext,
): DataAnswer | undefined {
  const { now, previous, book } = context;
  const ranked = acrossAnswer(read, catalog, now);
  if (ranked !== undefined) return ranked;
  const profile = profileAnswer(read, catalog, now);
  if (profile !== undefined) return profile;
  const family = familyAnswer(read, catalog, now);
  if (family !== undefined) return family;
  if (previous === undefined && asksOfMany(read)) return undefined;
  const leaning = previous === undefined ? read : asFacet(previous, read, catalog);
  const merged =
    previous === undefined
      ? read
      : mergeFollowUp(previous, leaning, {
          thisYear: now.getUTCFullYear(),
          defaultMetal: catalog.defaultMetal,
        });
  const outsiders = merged.metals.filter((id) => outsiderOf(catalog, id) !== undefined);
  const aside = asideAnswer(merged, catalog, now);
  if (aside !== undefined) return { ...figuresOrMissing(aside), sure: true };
  const named = read.metals.length > 0;
  const market: Market = { catalog, book, today: book?.today ?? isoDate(now.getTime()) };
  const quoted = answerDated(merged, market, { previous, named });
  if (quoted !== undefined) {
    const answer = quotedAnswer(merged, catalog, quoted, now);
    return { ...figuresOrMissing(sayLeftOut(answer, leftOutOfQuotes(merged, quoted.place))), sure: true };
  }
  // What has no figures is not what "production 2023" leans on; "and 2023?" is of nothing else.
  if (outsiders.length > 0 && !named && !read.followUp) return answerFromData(read, catalog, { now, book });
  const across = acrossSeries(merged, market);
  if (across !== undefined) return figuresOrMissing(figureAnswer(merged, catalog, [across]));
  const isEach = outsiders.length > 0 || isOfDays(merged.wanted);
  const each = isEach ? answerEach(merged, catalog, { now, book }) : undefined;
  if (each !== undefined) return figuresOrMissing(each);
  const unknown = outsiders.filter((id) => !isCosted(merged, id, book));
  const question = unknown.length === 0 ? merged : withoutOutsiders(merged, catalog, unknown, book);
  if (question.foreign !== null) {
    const outsider = outsiderOf(catalog, outsiders.find((id) => isQuoted(id, book)) ?? '');
    const alone = outsider && quotedAlone(outsider, market);
    const answer = foreignAnswer(question, catalog, question.foreign, alone);
    // It stays under discussion.
    return {
      kind: 'foreign',
      answer: { ...answer, question: { ...answer.question, metals: merged.metals } },
    };
  }
  if (question.intent === 'greeting') {
    const hello = 'Hello. Ask me about metal prices, production, sectors or supply.';
    return { kind: 'talk', answer: unknownAnswer(question, catalog, hello) };
  }
  // "Will gold rise": what was says nothing of what comes.
  if (asksOfFuture(question)) return undefined;
  const figures = figureParts(question, catalog, { now, book });
  if (figures.length === 0) return undefined;
  const mixture = quotedMixture(question, market);
  const shown = mixture === undefined ? figures : withQuote(figures, mixture);
  const answer = sayFirmness(sayFiner(figureAnswer(question, catalog, shown)));
  const data = figuresOrMissing(sayLeftOut(answer, leftOutOfFigures(question, catalog, book)));
  const sure = leaning !== read || isToldOnlySo(question, catalog) || isFiguresAlone(question);
  return sure ? { ...data, sure: true } : data;
}

/** "In which years did it fall", "how far apart are the sources in 2023", "output of Africa": the figures alone say it. */
function isFiguresAlone(question: Question): boolean {
  const { moved, apart, countries, helpOn, years, understood, foreign, metrics, metals, sectors } = question;
  if (helpOn !== undefined || question.rest === true) return true;
  if (understood !== 1 || foreign !== null) return false;
  if (countries.some((place) => COUNTRIES_OF.has(place))) return true;
  if (apart === true) return years.length > 0;
  return moved !== undefined && metrics.length + metals.length + sectors.length > 0;
}

/** "Tell me about scandium": a metal that no entry describes is told of by its figures. */
function isToldOnlySo({ intent, metals, understood, foreign }: Question, catalog: Catalog): boolean {
  if (intent !== 'summary' || understood !== 1 || foreign !== null || metals.length !== 1) return false;
  const metal = withId(catalog.metals, metals[0] ?? '');
  return metal !== undefined && !isDescribed(metal, catalog);
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

/** Of several metals in a list, each by what there is of it, quotes or figures; `undefined` where they belong together. */
function answerEach(question: Question, catalog: Catalog, context: AskContext): Answer | undefined {
  const { metals, intent, reason, amounts, wanted } = question;
  // "10 kg silver and 2 kg gold in June": each at its price of then.
  const isOrder = intent === 'cost' && isOfDays(wanted) && amounts.every((one) => one.metals !== undefined);
  const isList =
    intent === 'value' || intent === 'extreme' || intent === 'change' || intent === 'chart' || isOrder;
  if (!isList || reason || metals.length < 2) return undefined;
  const answers = metals.map((id) => {
    const own = amounts.filter((one) => one.metals?.includes(id) !== false);
    return answerFromData({ ...question, metals: [id], amounts: own }, catalog, context)?.answer;
  });
  const found = answers.flatMap((answer) => (answer?.outcome === 'answer' ? [answer] : []));
  const [first] = found;
  if (first === undefined) return undefined;
  const left = metals.filter((_, at) => answers[at]?.outcome !== 'answer');
  const words = left.map((id) => typedFor(question, catalog, id));
  return sayLeftOut(
    { ...together(first, found), question },
    words.map((one) => ({ words: one, kind: 'subject' as const })),
  );
}
