/** Slack's markup. Literal text stays literal: it can neither mention, link, format, quote nor become an emoji. */
import { DEFAULT_LOCALE, type Line } from '#src/domain/answer.ts';
import { clampRuns, runsOf, type Run } from './runs.ts';

// Slack has no escape for its formatting marks; characters that look like them have no meaning to it.
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['*', '∗'],
  ['_', '＿'],
  ['~', '∼'],
  ['`', 'ˋ'],
]);

/** Escapes literal text for a mrkdwn object. */
export function escapeMrkdwn(text: string): string {
  return (
    text
      // A quote begins with ">" at the start of a line; an emoji is a name between colons.
      .replaceAll(/^>/gm, '›')
      .replaceAll(/:(?=[\w+'-]+:)/g, ':\u2060')
      .replaceAll(/[&<>*_~`]/g, (character) => REPLACEMENTS.get(character) ?? character)
  );
}

/** The most that a text can measure once it is escaped, whatever stands around it. */
function measureMrkdwn(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return text.length + 4 * count(/&/g) + 3 * count(/[<>]/g) + count(/:/g);
}

/** The marks must touch the words. */
function bold(text: string): string {
  return text.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/, '$1*$2*$3');
}

function writeRuns(runs: readonly Run[]): string {
  const groups: { strong: boolean; text: string }[] = [];
  for (const { strong, text } of runs) {
    const last = groups.at(-1);
    if (last?.strong === strong) last.text += text;
    else groups.push({ strong, text });
  }
  return groups.map(({ strong, text }) => (strong ? bold(escapeMrkdwn(text)) : escapeMrkdwn(text))).join('');
}

/**
 * A line as mrkdwn, shortened to `room` characters; a figure is kept or left out as a whole.
 * @param options.strong Makes the whole line bold.
 */
export function mrkdwnLine(
  line: Line,
  options: { readonly room: number; readonly strong?: boolean; readonly locale?: string },
): string {
  const runs = runsOf(line, options.locale ?? DEFAULT_LOCALE, options.strong ?? false);
  return writeRuns(clampRuns(runs, options.room, measureMrkdwn));
}

/** A line for a message's `text`, which is not formatted: only control sequences are escaped. */
export function controlSafeLine(line: Line, room: number, locale: string = DEFAULT_LOCALE): string {
  const runs = runsOf(line, locale);
  const text = clampRuns(runs, room, measureMrkdwn)
    .map((run) => run.text)
    .join('');
  return text.replaceAll(/[&<>]/g, (character) => REPLACEMENTS.get(character) ?? character);
}

/** A headline is bold as a whole, unless it says itself which part is. */
export function mrkdwnHeadline(line: Line, room: number, locale?: string): string {
  const strong = !line.some((span) => typeof span === 'object' && 'strong' in span);
  return mrkdwnLine(line, { room, strong, ...(locale === undefined ? {} : { locale }) });
}
