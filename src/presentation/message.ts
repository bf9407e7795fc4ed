/** An answer as a Slack message: blocks for the eye, and `text` for notifications and screen readers. */
import type { KnownBlock } from '@slack/types';
import { MAY_BE_PUBLIC, type Public } from '#src/access/audience.ts';
import { DEFAULT_LOCALE, type Answer, type Line, type Part } from '#src/domain/answer.ts';
import { answerButtons, feedbackButtons } from './buttons.ts';
import { claimLine } from './text/citations.ts';
import { LIMITS, type Surface } from './limits.ts';
import { controlSafeLine, mrkdwnHeadline, mrkdwnLine } from './text/mrkdwn.ts';
import { pictureBlock, type DrawChart } from './picture.ts';
import {
  endsSources,
  repairLine,
  sourcesLine,
  suggestionHeading,
  suggestionLines,
  textBlocks,
} from './text/plain-text.ts';
import { context, sections } from './sections.ts';
import { tableAsLines, tableBlock } from './table-block.ts';

export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What may be shown to all: an answer, or a fixed line of the app's own. No other message is one. */
export interface PublicMessage extends Message, Public {}

export interface RenderOptions {
  /** Draws charts that are wanted at once; without it there are none. */
  readonly draw?: DrawChart | undefined;
  /** Offers to share: for answers that only one person sees. */
  readonly share?: boolean;
  /** Where the blocks are shown; default: a message. */
  readonly surface?: Surface;
  /** Leaves out pictures (`no-pictures`), and tables too (`plain`): for when Slack refuses a message. */
  readonly without?: 'no-pictures' | 'plain' | undefined;
  /** A line above the answer: who shares it, which command was meant. */
  readonly preface?: Line | undefined;
  readonly locale?: string;
}

interface Settings extends RenderOptions {
  readonly locale: string;
}

function partBlocks(part: Part, cite: boolean, tables: boolean, options: Settings): readonly KnownBlock[] {
  const write = (line: Line) => mrkdwnLine(line, { room: LIMITS.sectionText, locale: options.locale });
  const headline = mrkdwnHeadline(part.headline, LIMITS.sectionText, options.locale);
  const claim: readonly Line[] = part.claimant === undefined ? [] : [[claimLine(part.claimant)]];
  const after = [...part.cautions, ...claim].map(write);
  const before = [headline, ...part.body.map(write)];
  const asBlock = tables && part.table !== undefined && part.table.columns.length > 0;
  const rows = part.table === undefined || asBlock ? [] : tableAsLines(part.table).map(write);
  const sources = cite ? sourcesLine(part) : undefined;
  const wanted = part.chartWanted === true && options.without === undefined ? part.chart : undefined;
  const picture = wanted && options.draw?.(wanted);
  return [
    ...(asBlock && part.table !== undefined
      ? [...sections(before), tableBlock(part.table, options.locale), ...sections(after)]
      : sections([...before, ...rows, ...after])),
    ...[picture && pictureBlock(picture)].filter((block) => block !== undefined),
    ...(sources === undefined ? [] : context([sources], options.locale)),
  ];
}

/** Whole lines as long as they fit: a figure is never cut. */
function messageText(answer: Answer, options: Settings): string {
  const write = (line: Line) => controlSafeLine(line, LIMITS.messageText / 2, options.locale);
  const preface = options.preface === undefined ? [] : [write(options.preface)];
  // With an answer, its buttons are enough; without one, the choices are what there is to say.
  const choices = answer.outcome === 'answer' ? [] : suggestionLines(answer, write);
  const lines = [preface, ...textBlocks(answer, write), choices].flat().flatMap((line) => line.split('\n'));
  const kept: string[] = [];
  let room = LIMITS.messageText - 2;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) return [...kept, '…'].join('\n');
    kept.push(line);
  }
  return kept.join('\n').trim() || 'Lodestone has nothing to say to that.';
}

/**
 * Any answer, within Slack's limits, with literal text escaped.
 * @returns `text` carries all figures that fit into it; `blocks` has at least one block.
 */
export function renderMessage(answer: Answer, options: RenderOptions = {}): PublicMessage {
  const settings: Settings = { ...options, locale: options.locale ?? DEFAULT_LOCALE };
  const { preface, surface = 'message', without, locale } = settings;
  // Slack takes one table a message: the first one is worth it.
  const tabled = surface === 'message' && without !== 'plain' ? answer.parts.findIndex((p) => p.table) : -1;
  const repairs = repairLine(answer.repairs);
  const blocks: KnownBlock[] = [
    ...(preface === undefined ? [] : context(preface, locale)),
    ...answer.parts.flatMap((part, index) =>
      partBlocks(part, endsSources(answer, index), index === tabled, settings),
    ),
    ...(repairs === undefined ? [] : context([repairs], locale)),
  ];
  const buttons = answerButtons(answer, { share: options.share === true && answer.outcome === 'answer' });
  const heading = answer.outcome === 'answer' ? undefined : suggestionHeading(answer);
  const feedback = feedbackButtons(answer);
  const tail = [
    ...(buttons === undefined ? [] : [...context([heading ?? ''], locale), buttons]),
    ...(feedback === undefined || feedback.elements.length === 0 ? [] : [feedback]),
  ];
  const text = messageText(answer, settings);
  const body = blocks.slice(0, LIMITS.blocks[surface] - tail.length);
  const all = [...body, ...tail];
  return { text, blocks: all.length > 0 ? all : [...sections([text])], [MAY_BE_PUBLIC]: true };
}
