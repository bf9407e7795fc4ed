/** nlp.js (@nlpjs/basic), which is not among the dependencies: `npm install --no-save @nlpjs/basic@4.27.0` brings it. */
import { z } from 'zod';
import type { MatchEntry } from '#src/domain/faq/matcher.ts';
import type { Contestant } from '../measure.ts';

const PACKAGE: string = '@nlpjs/basic';

interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<unknown>;
}

interface Dock {
  get(name: string): Nlp;
  getContainer(): { register(name: string, thing: unknown, isSingleton: boolean): void };
}

interface NlpPackage {
  dockStart(settings: unknown): Promise<Dock>;
}

const resultSchema = z.object({
  classifications: z.array(z.object({ intent: z.string(), score: z.number() })),
});

export async function build(entries: readonly MatchEntry[]): Promise<Contestant> {
  const loaded: NlpPackage = await import(PACKAGE);
  const dock = await loaded.dockStart({
    use: ['Basic'],
    settings: {
      nlp: {
        autoSave: false,
        autoLoad: false,
        modelFileName: '',
        log: false,
        forceNER: false,
        languages: ['en'],
        nlu: { log: false, useNoneFeature: true },
      },
    },
  });
  // Its own logger writes where the one JSON object of the benchmark goes.
  const silent = { debug() {}, info() {}, warn() {}, error() {}, log() {}, trace() {}, fatal() {} };
  dock.getContainer().register('logger', silent, true);
  const nlp = dock.get('nlp');
  nlp.addLanguage('en');
  for (const { id, question, examples } of entries)
    for (const phrasing of [question, ...examples]) nlp.addDocument('en', phrasing, id);
  await nlp.train();
  return async (text) => {
    const { classifications } = resultSchema.parse(await nlp.process('en', text));
    const known = classifications.filter(({ intent }) => intent !== 'None');
    const isNone = classifications[0]?.intent === 'None';
    return {
      ids: known.slice(0, 5).map(({ intent }) => intent),
      confidence: isNone ? 0 : (known[0]?.score ?? 0),
      answers: undefined,
    };
  };
}
