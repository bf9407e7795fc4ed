/** "Why this answer": in a buyer's words, and for the terminal with the scores. */
import { DEFAULT_LOCALE, type Line } from '#src/domain/answer.ts';
import type { Candidate, Explanation } from '#src/domain/asking/explain.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { controlSafeLine, mrkdwnLine } from './text/mrkdwn.ts';
import { plainWriter, repairLine } from './text/plain-text.ts';
import { context, sections } from './sections.ts';
import { insteadButtons } from './buttons.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const quoted = (words: string): string => `“${words}”`;
const listed = (words: readonly string[]): string => words.map(quoted).join(', ');

/** What was made of a question: how it was read, what was left out, and what it leans on. */
function readingLines({
  text,
  reading,
  leftOut,
  repairs,
  leansOn,
  answeredBy,
  candidates,
  foreign,
  outcome,
}: Explanation): readonly Line[] {
  const first = quoted(candidates[0]?.question ?? '');
  const repaired = repairLine(repairs);
  const isFaq = answeredBy === 'faq';
  const asked = isFaq ? `the question ${first}, which has an answer in words` : reading;
  const lead =
    answeredBy !== 'nobody'
      ? `I read ${quoted(text)} as: ${asked}.`
      : foreign !== null
        ? `I read ${quoted(text)} as a question on ${quoted(foreign)}, and I have no data on that.`
        : outcome === 'suggest'
          ? `I was not sure of ${quoted(text)}, so I asked back. The nearest that I could make of it: ${asked}.`
          : `I could not make enough of ${quoted(text)}.`;
  const telling = candidates[0]?.matchedWords ?? [];
  return [
    [{ strong: [lead] }],
    ...(isFaq && telling.length > 0 ? [[`By the words ${listed(telling)}.`]] : []),
    ...(leansOn === null ? [] : [[`Read together with the question before it: ${quoted(leansOn)}.`]]),
    ...(repaired === undefined ? [] : [[repaired]]),
    leftOut.length > 0 ? [`Left out: ${listed(leftOut)}.`] : ['Nothing was left out.'],
  ];
}

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
  const names = ['Nearest in the FAQ', 'Runner-up', 'Third', 'Fourth', 'Fifth'];
  return [
    [{ strong: [`${quoted(text)}: ${verdict(explanation)}`] }],
    [slotsLine(explanation)],
    ...(repaired === undefined ? [] : [[repaired]]),
    ...(leansOn === null ? [] : [[`Read against the question before it: ${quoted(leansOn)}.`]]),
    ...candidates.map((candidate, at) => [candidateLine(names[at] ?? 'Then', candidate)]),
    [
      `The FAQ answers at once from ${percent(thresholds.answerFrom)} on, and is offered as a choice where its first ` +
        `three reach ${percent(thresholds.suggestFrom)} together. Figures go first where enough was read for them.`,
    ],
  ];
}

/** What else it might have meant, for who has no buttons. */
function insteadLines({ instead }: Explanation): readonly Line[] {
  return instead.length === 0
    ? []
    : [[`It might also have meant: ${listed(instead.map(({ ask }) => ask))}.`]];
}

/** For the terminal. @param left What was not explained, in words. */
export function renderExplanationText(explanations: readonly Explanation[], left?: string): string {
  const write = plainWriter(DEFAULT_LOCALE);
  const texts = explanations.map((one) =>
    [...readingLines(one), ...insteadLines(one), ...explanationLines(one)].map(write).join('\n'),
  );
  return [...texts, ...(left === undefined ? [] : [left])].join('\n\n');
}

/**
 * For Slack, within its limits, with what else may have been meant one press away.
 * @param left What was not explained, in words: it is said first, as an end may not fit.
 */
export function renderExplanation(explanations: readonly Explanation[], left?: string): Message {
  const lead: readonly Line[] = left === undefined ? [] : [[left]];
  const texts = [...lead, ...explanations.flatMap((one) => [...readingLines(one), ...insteadLines(one)])].map(
    (line) => controlSafeLine(line, LIMITS.contextText),
  );
  const blocks = [
    ...sections(lead.map((line) => mrkdwnLine(line, { room: LIMITS.sectionText }))),
    ...explanations.slice(0, MOST_EXPLAINED).flatMap((one, at) => {
      const buttons = insteadButtons(one, at);
      return [
        ...sections(readingLines(one).map((line) => mrkdwnLine(line, { room: LIMITS.sectionText }))),
        ...(buttons === undefined ? [] : [...context(['It might also have meant:']), buttons]),
      ];
    }),
  ];
  return { text: texts.join('\n').slice(0, LIMITS.messageText), blocks };
}

/** As many as a message has room for, three blocks and a row of buttons each. */
const MOST_EXPLAINED = 10;
