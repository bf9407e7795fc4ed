/**
 * `npm run bench:questions -- FILE... [--wrong] [--speed]`: asks sets of questions of this catalog and tells what is right.
 * A line of a file is a question with what its answer must show (`q`, `outcome`, `must`, `mustNot`, `faq`), a conversation
 * (`turns`, a list of such lines, each asked after those before it), or a stranger (`question` alone: nothing may be
 * answered). `--wrong` prints what was wrong, `--speed` how many questions a second pass `ask`, and what 3,000 characters take.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ask, staysUnderDiscussion } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { judgeAnswer, type Line } from './questions/judge-answer.ts';

type SetLine = Line | { readonly turns: readonly Line[] } | { readonly question: string };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wrong: { type: 'boolean', default: false }, speed: { type: 'boolean', default: false } },
});
const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');

/** The questions of a line, in order: one, or the turns of a conversation. */
function turnsOf(line: SetLine): readonly Line[] {
  if ('turns' in line) return line.turns;
  return 'q' in line ? [line] : [{ q: line.question, outcome: ['suggest', 'none'] }];
}

const share = (part: number, of: number) =>
  `${part}/${of} (${of === 0 ? '-' : ((100 * part) / of).toFixed(1)} %)`;

function tellRight(file: string, lines: readonly SetLine[]): void {
  const count = { all: 0, right: 0, answered: 0, wrongAtOnce: 0, wrongFigures: 0 };
  const strangers = { all: 0, answered: 0 };
  const after = { all: 0, right: 0 };
  for (const line of lines) {
    let previous: Question | undefined;
    for (const [at, turn] of turnsOf(line).entries()) {
      const answer = ask(turn.q, catalog, { now, previous });
      if (staysUnderDiscussion(answer)) previous = answer.question;
      const { faults, wrongFigure } = judgeAnswer(turn, answer);
      const right = faults.length === 0;
      const atOnce = answer.outcome === 'answer';
      const stranger = ![turn.outcome].flat().includes('answer');
      count.all += 1;
      count.right += Number(right);
      count.answered += Number(atOnce);
      count.wrongAtOnce += Number(atOnce && !right);
      count.wrongFigures += Number(wrongFigure);
      strangers.all += Number(stranger);
      strangers.answered += Number(stranger && atOnce);
      after.all += Number(at > 0);
      after.right += Number(at > 0 && right);
      if (values.wrong && !right)
        process.stdout.write(`${at > 0 ? '  + ' : '  '}${turn.q}\n      ${faults.join(', ')}\n`);
    }
  }
  process.stdout.write(
    `${file}: right ${share(count.right, count.all)}, wrong at once ${share(count.wrongAtOnce, count.answered)}, wrong figures ${count.wrongFigures}, ` +
      `strangers answered ${share(strangers.answered, strangers.all)}, follow-ups right ${share(after.right, after.all)}\n`,
  );
}

/** Milliseconds, the second time. */
function timed(asked: readonly string[]): number {
  for (const text of asked) ask(text, catalog, { now });
  const start = performance.now();
  for (const text of asked) ask(text, catalog, { now });
  return performance.now() - start;
}

function tellSpeed(lines: readonly SetLine[]): void {
  const texts = lines.flatMap((line) => turnsOf(line).map(({ q }) => q));
  const long = texts.join(' ').repeat(20).slice(0, 3000);
  const each = timed(texts);
  process.stdout.write(
    `  ${Math.round((1000 * texts.length) / each)} questions a second; 3,000 characters in ${timed([long]).toFixed(1)} ms\n`,
  );
}

for (const file of positionals) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): SetLine => JSON.parse(line));
  tellRight(file, lines);
  if (values.speed) tellSpeed(lines);
}
