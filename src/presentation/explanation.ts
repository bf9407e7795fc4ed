/** "Why this answer", in words. */
import { DEFAULT_LOCALE, type Line } from '#src/domain/answer.ts';
import type { Candidate, Explanation } from '#src/domain/asking/explain.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { controlSafeLine, mrkdwnLine } from './mrkdwn.ts';
import { plainWriter, repairLine } from './plain-text.ts';
import { sections } from './sections.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const quoted = (words: string): string => `“${words}”`;
const listed = (words: readonly string[]): string => words.map(quoted).join(', ');

function verdict({ answeredBy, outcome, topic, foreign, candidates }: Explanation): string {
  const first = quoted(candidates[0]?.question ?? '');
  switch (answeredBy) {
    case 'figures':
      return `Answered from the figures (${topic}).`;
    case 'faq':
      return `Answered from the FAQ: ${first}.`;
    case 'both':
      return `Answered from the figures (${topic}) and from the FAQ: ${first}.`;
    case 'nobody':
      if (foreign !== null) return `Not answered: there is no data on ${quoted(foreign)}.`;
      return outcome === 'suggest'
        ? 'Not answered, but asked back: nothing was sure enough.'
        : 'Not answered.';
  }
}

function slotsLine({ slots, understood }: Explanation): string {
  if (slots.length === 0) return 'Read for figures: nothing.';
  const read = slots.map(({ slot, words }) => `${slot} from ${quoted(words)}`).join(', ');
  return `Read for figures: ${read}; ${percent(understood)} of the telling words.`;
}

function candidateLine(name: string, { question, score, probability, matchedWords }: Candidate): string {
  const words = matchedWords.length === 0 ? 'no whole word' : listed(matchedWords);
  return `${name}: ${quoted(question)}, ${percent(probability)} likely (score ${score.toFixed(2)}), by ${words}.`;
}

/** The lines of one explanation: the verdict, what was read, what the FAQ offered, and from when on it answers. */
function explanationLines(explanation: Explanation): readonly Line[] {
  const { text, repairs, leansOn, candidates, thresholds } = explanation;
  const repaired = repairLine(repairs);
  const names = ['Nearest in the FAQ', 'Runner-up', 'Third'];
  return [
    [{ strong: [`${quoted(text)}: ${verdict(explanation)}`] }],
    [slotsLine(explanation)],
    ...(repaired === undefined ? [] : [[repaired]]),
    ...(leansOn === null ? [] : [[`Read against the question before it: ${quoted(leansOn)}.`]]),
    ...candidates.map((candidate, at) => [candidateLine(names[at] ?? '', candidate)]),
    [
      `The FAQ answers at once from ${percent(thresholds.answerFrom)} on, and is offered as a choice where its first ` +
        `three reach ${percent(thresholds.suggestFrom)} together. Figures go first where enough was read for them.`,
    ],
  ];
}

/** For the terminal. @param left What was not explained, in words. */
export function renderExplanationText(explanations: readonly Explanation[], left?: string): string {
  const write = plainWriter(DEFAULT_LOCALE);
  const texts = explanations.map((one) => explanationLines(one).map(write).join('\n'));
  return [...texts, ...(left === undefined ? [] : [left])].join('\n\n');
}

/** For Slack, within its limits. @param left What was not explained, in words: it is said first, as an end may not fit. */
export function renderExplanation(explanations: readonly Explanation[], left?: string): Message {
  const lines = [...(left === undefined ? [] : [[left]]), ...explanations.flatMap(explanationLines)];
  const texts = lines.map((line) => controlSafeLine(line, LIMITS.contextText));
  return {
    text: texts.join('\n').slice(0, LIMITS.messageText),
    blocks: [...sections(lines.map((line) => mrkdwnLine(line, { room: LIMITS.sectionText })))],
  };
}
