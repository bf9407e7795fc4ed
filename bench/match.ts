/**
 * The matching benchmark.
 *
 *   node bench/match.ts --faq F.json --questions Q.jsonl --json [--typos 1 --seed 7] [--widen 10000] [--most 100] [--peer fuse]
 *                      [--strangers 0.5] [--without 0.3]
 *     prints one JSON object (see `Measurement`); `--without` takes a share of the entries away, so that their questions are out of scope
 *   node bench/match.ts --own --phrasings 5 [--seeds 1,2,3]
 *     cuts the bot's own FAQ to so many phrasings an entry beside its question, drawn by seed, and asks the others; prints each draw and the mean
 *   node bench/match.ts [--sets DIR]
 *     runs all sets of a folder, or the bot's own FAQ and questions, against all peers, and writes the table into
 *     docs/benchmarks.md
 */
import { parseArgs } from 'node:util';
import { loadContestant, PEERS } from './match/contestants.ts';
import { measure } from './match/measure.ts';
import { writeReport } from './match/report.ts';
import { findSets, readFaq, readQuestions } from './match/sets.ts';
import { addTypos, cutFaq, takeAway, widenFaq } from './match/vary.ts';

const OWN_SET = {
  name: 'neodymium',
  faqFile: 'faq/neodymium.json',
  questionFiles: ['tests/pure/questions/dev.jsonl', 'tests/pure/questions/voices.jsonl'],
};

const { values } = parseArgs({
  options: {
    faq: { type: 'string' },
    questions: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    typos: { type: 'string', default: '0' },
    seed: { type: 'string', default: '7' },
    widen: { type: 'string' },
    most: { type: 'string' },
    peer: { type: 'string' },
    strangers: { type: 'string' },
    without: { type: 'string', default: '0' },
    sets: { type: 'string' },
    own: { type: 'boolean', default: false },
    phrasings: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '1,2,3' },
  },
});

const meanOf = (numbers: readonly (number | null)[]): number =>
  Number((numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0) / numbers.length).toFixed(1));

const strangers = values.strangers === undefined ? undefined : Number(values.strangers);

if (values.own) {
  const entries = readFaq(OWN_SET.faqFile);
  const build = await loadContestant(undefined, strangers);
  const draws = [];
  for (const seed of values.seeds.split(',').map(Number)) {
    const { kept, asked } = cutFaq(entries, Number(values.phrasings), seed);
    const { n, top1, top3, answered, answeredPrecision } = await measure(build, kept, asked);
    draws.push({ seed, n, top1, top3, answered, answeredPrecision });
  }
  const mean = { top1: meanOf(draws.map(({ top1 }) => top1)), top3: meanOf(draws.map(({ top3 }) => top3)) };
  process.stdout.write(`${JSON.stringify({ phrasings: Number(values.phrasings), mean, draws })}\n`);
} else if (values.faq === undefined) {
  writeReport(values.sets === undefined ? [OWN_SET] : findSets(values.sets), values.sets);
} else {
  const peer = PEERS.find((name) => name === values.peer);
  if (values.peer !== undefined && peer === undefined)
    throw new Error(`--peer is one of ${PEERS.join(', ')}, not ${values.peer}`);
  const seed = Number(values.seed);
  const entries = takeAway(readFaq(values.faq), Number(values.without), seed);
  const ids = new Set(entries.map(({ id }) => id));
  const faq = values.widen === undefined ? entries : widenFaq(entries, Number(values.widen), seed);
  const questions = (values.questions ?? [])
    .flatMap(readQuestions)
    .slice(0, values.most === undefined ? undefined : Number(values.most));
  if (questions.length === 0) throw new Error('--questions names no file with questions');
  const texts = addTypos(
    questions.map(({ text }) => text),
    Number(values.typos),
    seed,
  );
  const result = await measure(
    await loadContestant(peer, strangers),
    faq,
    questions.map(({ right }, at) => ({ right: right.filter((id) => ids.has(id)), text: texts[at] ?? '' })),
  );
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
}
