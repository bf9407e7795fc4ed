/** What the FAQ lacks, in words. */
import { entryOf } from '#src/domain/faq/find-entry.ts';
import type { CatalogFaq } from '#src/domain/faq/entry.ts';
import type { EntryPhrasings, GapReport, OpenQuestions, Phrasing } from '#src/domain/faq/gaps.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { controlSafeLine, escapeMrkdwn, mrkdwnLine } from './text/mrkdwn.ts';
import { sections } from './sections.ts';

/** More than this is no reading for Slack; `npm run faq -- suggest` prints all. */
const MOST_LINES = 20;
const LINE_ROOM = 600;
/** A diff is shown whole or not at all. */
const DIFF_ROOM = 2800;

const NOTHING = 'Nothing is missing from the FAQ, by what people let me know in the last 90 days.';
const HOW = 'Nothing is learned by itself: check the diff, and apply it with `git apply`.';

const inWords = (phrasings: readonly Phrasing[]): string =>
  phrasings.map(({ text, times }) => `“${text}”${times > 1 ? ` (${times} times)` : ''}`).join(', ');

/** What an entry asks, and its id, by which it is found in its file; the id alone of one that is gone. */
function nameIn(faq: readonly CatalogFaq[], id: string): string {
  const question = entryOf(faq, id)?.entry.question;
  return question === undefined ? id : `${question} (${id})`;
}

const entryLine =
  (faq: readonly CatalogFaq[]) =>
  ({ faq: id, phrasings }: EntryPhrasings): string =>
    `${nameIn(faq, id)}: ${inWords(phrasings)}`;

const openLine =
  (faq: readonly CatalogFaq[]) =>
  ({ phrasings, nearest }: OpenQuestions): string =>
    `${inWords(phrasings)}${nearest === undefined ? '' : `; the nearest is ${nameIn(faq, nearest)}`}`;

/** A heading and its lines; nothing where there are none. */
const list = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `- ${line}`)];

function reportLines({ additions, doubted, open }: GapReport, faq: readonly CatalogFaq[]): readonly string[] {
  return [
    ...list('Chosen from “did you mean”, and not among the phrasings yet:', additions.map(entryLine(faq))),
    ...list('Answers that were found unhelpful:', doubted.map(entryLine(faq))),
    ...list('Questions without an answer:', open.map(openLine(faq))),
  ];
}

/** All of it for the terminal; its lines before the diff are passed over by `git apply`. */
export function renderGapsText(report: GapReport, faq: readonly CatalogFaq[]): string {
  const lines = reportLines(report, faq);
  if (lines.length === 0) return NOTHING;
  const text = lines.map((line) => `# ${line}`).join('\n');
  return report.diff === '' ? text : `${text}\n# ${HOW}\n\n${report.diff}`;
}

/** The most of it for Slack. */
export function renderGaps(report: GapReport, faq: readonly CatalogFaq[]): Message {
  const lines = reportLines(report, faq);
  if (lines.length === 0) return { text: NOTHING, blocks: [...sections([NOTHING])] };
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? [`… and ${left} more lines: \`npm run faq -- suggest\` prints them all.`] : [];
  const shown = lines.slice(0, MOST_LINES).map((line) => mrkdwnLine([line], { room: LINE_ROOM }));
  const diff = escapeMrkdwn(report.diff);
  const fits = diff !== '' && diff.length <= DIFF_ROOM && !diff.includes('```');
  const ending = fits ? ['```\n' + diff + '```', HOW] : ['`npm run faq -- suggest` prints the diff.'];
  return {
    text: controlSafeLine([lines.join('\n')], LIMITS.messageText),
    blocks: [...sections([...shown, ...more]), ...sections(report.diff === '' ? [] : ending)],
  };
}
