/** The App Home: what Lodestone can do, the newest figures, examples to press, and one's own last questions. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import { ACTIONS, questionButtons } from './buttons.ts';
import { commandSections, type CommandHelp } from './help.ts';
import { LIMITS } from './limits.ts';
import { escapeMrkdwn, mrkdwnLine } from './text/mrkdwn.ts';
import { sourcesLine } from './text/plain-text.ts';
import { context, sections } from './sections.ts';

interface HomeContent {
  readonly slash: string;
  readonly commands: readonly CommandHelp[];
  /** Answers whose headlines are the newest figures. */
  readonly newest: readonly Answer[];
  /** How many commodities there are besides. */
  readonly others: number;
  readonly examples: readonly Suggestion[];
  /** The person's own last questions, newest first. */
  readonly recent: readonly string[];
}

function header(text: string): KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** A group under a heading; nothing where the group is empty. */
function group(title: string, blocks: readonly (KnownBlock | undefined)[]): readonly KnownBlock[] {
  const filled = blocks.filter((block) => block !== undefined);
  return filled.length === 0 ? [] : [header(title), ...filled];
}

function newestFigures(answers: readonly Answer[]): readonly KnownBlock[] {
  const parts = answers.flatMap((answer) => answer.parts.slice(0, 1));
  const headlines = parts.map((part) => mrkdwnLine(part.headline, { room: LIMITS.contextText }));
  const sources = new Set(parts.map(sourcesLine).filter((line) => line !== undefined));
  return [...sections(headlines), ...[...sources].flatMap((line) => context([line]))];
}

/** Within Slack's limits for any content. */
export function renderHome({ slash, commands, newest, others, examples, recent }: HomeContent): HomeView {
  const intro = `Ask me about metal prices, production, sectors and supply: write to me here, mention me in a channel, or type ${slash} anywhere.`;
  const blocks: readonly KnownBlock[] = [
    ...sections([escapeMrkdwn(intro)]),
    ...group('Newest figures', newestFigures(newest)),
    ...(others === 0
      ? []
      : context([`${others} other commodities have figures of years: ask for any by its name.`])),
    ...group('Try one', [questionButtons(`${ACTIONS.home}:example`, examples)]),
    ...group('Your recent questions', [questionButtons(`${ACTIONS.home}:recent`, recent)]),
    ...group('Commands', commandSections(slash, commands)),
    ...context(['Every figure names its source, and says when it is a range, an estimate or a projection.']),
  ];
  return { type: 'home', blocks: blocks.slice(0, LIMITS.blocks.home) };
}
