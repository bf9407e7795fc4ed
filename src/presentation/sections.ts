/** Lines of mrkdwn as blocks. */
import type { ContextBlock, SectionBlock } from '@slack/types';
import type { Line } from '#src/domain/answer.ts';
import { LIMITS } from './limits.ts';
import { mrkdwnLine } from './text/mrkdwn.ts';

/** Lines as sections, as many to one as fit. `verbatim` keeps Slack from making links and mentions of their words. */
export function sections(lines: readonly string[]): readonly SectionBlock[] {
  const packed: string[] = [];
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMITS.sectionText) {
      packed[packed.length - 1] = `${last}\n${line}`;
    } else packed.push(line);
  }
  return packed.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }));
}

/** A small grey line; none where it is blank. */
export function context(line: Line, locale?: string): readonly ContextBlock[] {
  const text = mrkdwnLine(line, { room: LIMITS.contextText, ...(locale === undefined ? {} : { locale }) });
  if (text.trim() === '') return [];
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }];
}
