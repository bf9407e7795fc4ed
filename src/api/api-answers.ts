/** What the API answers from, for whoever asks: the catalog, and of the quotes those that they may see. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import type { DrawnChart } from '#src/charts/drawn.ts';
import type { Answer } from '#src/domain/answer.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { dayIn, noonOf } from '#src/domain/measure/days.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import type { QuoteDesk } from '#src/quotes/quote-desk.ts';
import { maySeeHistory } from '#src/quotes/find-quote-history.ts';
import { bookForAsker, wholeBook } from '#src/quotes/load-book.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { answerJson } from './answer-json.ts';
import { findSeries, materialNamed } from './find-series.ts';
import type { AnswerJson } from './schemas/answer.ts';
import type { MaterialJson, SeriesJson, SeriesQuery, SourceJson } from './schemas/lists.ts';
import { listMaterials, listSources } from './what-there-is.ts';

export interface ApiAnswers {
  /** @param zone Where they are: "today" is of it; the actor's own unless given. */
  ask(
    actor: Actor,
    question: string,
    zone?: string,
  ): Promise<{ readonly json: AnswerJson; readonly answer: Answer }>;
  /** @returns `undefined` where no such material is known */
  series(actor: Actor, query: SeriesQuery): Promise<readonly SeriesJson[] | undefined>;
  materials(actor: Actor): Promise<readonly MaterialJson[]>;
  /** @returns `undefined` where no such material is known */
  sources(material: string | undefined): readonly SourceJson[] | undefined;
  /** Draws what one of their answers is of; `undefined` where they may not see it, charts are off, or nothing is to be drawn. */
  draw(actor: Actor, subject: ChartSubject): Promise<DrawnChart | undefined>;
}

export interface ApiAnswersDeps {
  readonly catalog: Catalog;
  readonly quotes: Omit<QuoteDesk, 'takenBack' | 'withdrawn' | 'changed'>;
  readonly draw: (subject: ChartSubject) => Promise<DrawnChart | undefined>;
}

/** Days before any quote. */
const EVER = '1900-01-01';

export function createApiAnswers({ catalog, quotes, draw }: ApiAnswersDeps): ApiAnswers {
  return {
    ask: async (actor, question, zone = actor.zone) => {
      const today = dayIn(quotes.now(), zone);
      const now = noonOf(today);
      const read = readText(question, catalog, now);
      const book = await bookForAsker(quotes, catalog, actor, { read, now });
      // A long text took its time to be read: others have their turn before it takes as much to be answered.
      await breathe();
      const answer = answerText(read, catalog, { now, book });
      const requests = readRequests(question, { materials: catalog.materials, today, zone });
      return { json: answerJson(question, answer, read, requests), answer };
    },
    series: async (actor, query) => {
      const material = materialNamed(catalog, query);
      if (material === undefined) return undefined;
      const isAsked = query.metric === 'price' && may(actor, 'ask', 'files', quotes.house);
      const since = periodNamed(query.from ?? '')?.from ?? EVER;
      const book = isAsked ? await wholeBook(quotes, actor.team, material.id, since) : undefined;
      return findSeries(catalog, material, query, book);
    },
    materials: async (actor) => {
      const mayBeQuoted = may(actor, 'ask', 'quotes', quotes.house);
      const latest = mayBeQuoted ? await latestQuotes(quotes.store.db, actor.team) : [];
      return listMaterials(catalog, new Set(latest.map(({ key }) => key.metal)));
    },
    sources: (named) => {
      if (named === undefined) return listSources(catalog);
      const material = materialNamed(catalog, { material: named });
      return material && listSources(catalog, material.id);
    },
    draw: async (actor, subject) => {
      if (subject.kind === 'quotes' && !(await maySeeHistory(quotes, actor, subject))) return undefined;
      return await draw(subject);
    },
  };
}
