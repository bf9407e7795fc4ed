/** Runs everybody on every set, and writes the table into docs/benchmarks.md. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { PEERS } from './contestants.ts';
import type { Measurement } from './measure.ts';
import type { BenchSet } from './sets.ts';

const PAGE = 'docs/benchmarks.md';
const BEGIN = (part: string): string => `<!-- bench:match ${part} -->`;
const END = (part: string): string => `<!-- end of bench:match ${part} -->`;
const LARGE = 10_000;
/** Questions that speed on a large FAQ is measured with: the slowest peer answers two a second. */
const FEW = 150;

/** Each run has a process of its own, so that none profits from, or pays for, another's memory. */
function run(set: BenchSet, options: readonly string[]): Measurement | undefined {
  const questions = set.questionFiles.flatMap((file) => ['--questions', file]);
  const { status, stdout } = spawnSync(
    process.execPath,
    ['bench/match.ts', '--faq', set.faqFile, ...questions, '--json', ...options],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  // A peer that isn't installed has no row.
  if (status !== 0) return undefined;
  const result: Measurement = JSON.parse(stdout);
  return result;
}

const show = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toLocaleString('en');

function describeSet(set: BenchSet): readonly string[] {
  const rows = [undefined, ...PEERS].flatMap((peer) => {
    const options = peer === undefined ? [] : ['--peer', peer];
    const plain = run(set, options);
    if (plain === undefined) return [];
    process.stderr.write(`${set.name} ${peer ?? 'lodestone'} ${JSON.stringify(plain)}\n`);
    const typo = run(set, [...options, '--typos', '1', '--seed', '7']);
    const large = run(set, [...options, '--widen', String(LARGE), '--most', String(FEW)]);
    const cells = [
      peer ?? '**Lodestone**',
      `${show(plain.top1)} / ${show(plain.top3)}`,
      show(typo?.top1),
      `${show(plain.auroc)} / ${show(plain.rec95)}`,
      `${show(plain.answered)} / ${show(plain.answeredPrecision)} / ${show(plain.oosAnswered)}`,
      `${show(plain.qps)} / ${show(large?.qps)}`,
      `${show(plain.p50us)} / ${show(plain.p95us)}`,
      `${show(plain.buildMs)} / ${show(large?.buildMs)}`,
      show(plain.rssMb),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return [
    `**${set.name}**`,
    '',
    '| matcher | top 1 / top 3 | with a typo | AUROC / Rec@95 | answered / right / out of scope | questions/s, as is / widened to 10,000 phrasings | p50 / p95 µs | build ms, as is / widened | MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

/** Replaces the part of the page between its marks, which must be there. */
export function writeReport(sets: readonly BenchSet[], folder: string | undefined): void {
  const part = folder === undefined ? 'own' : 'sets';
  const page = readFileSync(PAGE, 'utf8');
  const from = page.indexOf(BEGIN(part));
  const to = page.indexOf(END(part));
  if (from === -1 || to < from) throw new Error(`${PAGE} has no part "${BEGIN(part)}"`);
  const body = ['', '', ...sets.flatMap(describeSet)].join('\n');
  writeFileSync(PAGE, `${page.slice(0, from)}${BEGIN(part)}${body}${page.slice(to)}`);
}
