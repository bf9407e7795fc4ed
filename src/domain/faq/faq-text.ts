/**
 * FAQ answers' text: placeholders in, figures from the data out. No figure is ever typed into an answer.
 *
 * Paragraphs are parted by a blank line. Between double braces may stand:
 *
 * | placeholder | what it becomes |
 * | --- | --- |
 * | `{{price 2025}}` | the headline price (or `production`, `reserves`) of that year |
 * | `{{usgs-nd-oxide 2024}}` | a family's figure in its newest edition; or a single series' figure, by its id |
 * | `{{share electronics 2025}}` | a sector's share of demand |
 * | `{{change price 2021 2025}}` | the change between two years, both of one edition |
 * | `{{claim surge-2021-2025}}` | a claim's percentage, with its own "over" or "at least" |
 * | `{{share-of group:china-production group:world-production 2024}}` | a ratio in percent, both of one edition |
 * | `{{implied-demand electronics 2025}}` | share times production: demand only if all that is produced is used |
 * | `{{implied-change electronics 2025 2026}}` | the change of that |
 * | `{{metal-in oxide}}`, `{{metal-in ndfeb-magnet}}` | the metal's part of the oxide or product, by mass |
 * | `{{contained usgs-nd-oxide 2024}}` | an oxide's price as the price of the metal in it |
 *
 * A series with `group:` in front is looked up in the metal's group: `{{group:china-production 2024}}`.
 * Units come with the figure. A paragraph with an estimated or a projected figure must say so in words.
 */
import { isYear } from '#src/domain/measure/days.ts';
import type { Line, Span } from '#src/domain/answer.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import type { FaqCatalog } from './entry.ts';
import type { FaqEntry } from './entry.ts';
import { PlaceholderError, type Scope } from './faq-lookup.ts';
import { fillPlaceholder } from './faq-placeholder.ts';
import { CURRENCIES, type Firmness } from '#src/domain/measure/figure.ts';
import type { Citation, Metal } from '#src/domain/series/metal.ts';
import { uniqueCitations } from '#src/domain/topics/topic.ts';

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** Words that a paragraph must have when a figure in it is only estimated or projected. */
const SAID: Readonly<Record<Firmness, RegExp>> = { estimated: /\bestimat/i, projected: /\bproject/i };

/**
 * An answer's lines, one a paragraph.
 * @throws Error on a placeholder that `checkFaqText` would have named.
 * @example resolveFaqText('In 2024: {{price 2024}}.', neodymium, catalog) // [['In 2024: ', { quantity }, '.']]
 */
export function resolveFaqText(
  text: string,
  metal: Metal,
  catalog: Pick<FaqCatalog, 'metals'>,
): readonly Line[] {
  return paragraphsOf(text).map((paragraph) =>
    piecesOf(paragraph).flatMap((piece): readonly Span[] =>
      piece.literal ? [piece.text] : fillPlaceholder(piece.text, { metal, catalog }).spans,
    ),
  );
}

/** What is wrong with an answer's text, in words, for its author; empty where nothing is. */
export function checkFaqText(
  text: string,
  metal: Metal,
  catalog: Pick<FaqCatalog, 'metals'>,
): readonly string[] {
  return [...new Set(paragraphsOf(text).flatMap((p) => checkParagraph(p, { metal, catalog })))];
}

/** The entry's source, its further ones, and those of the figures in its answer, without doubles. */
export function faqCitations(
  entry: Pick<FaqEntry, 'answer' | 'source' | 'alsoSources'>,
  metal: Metal,
  catalog: Pick<FaqCatalog, 'metals'>,
): readonly Citation[] {
  const named = [...(entry.source === undefined ? [] : [entry.source]), ...entry.alsoSources].map(
    ({ id, section }) => citationOf(metal, { source: id, section }),
  );
  const figures = piecesOf(entry.answer)
    .filter((piece) => !piece.literal)
    .flatMap((piece) => fillPlaceholder(piece.text, { metal, catalog }).citations);
  return uniqueCitations([...named, ...figures]);
}

interface Piece {
  readonly literal: boolean;
  readonly text: string;
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** Text and placeholders in turn, empty text left out. */
function piecesOf(text: string): readonly Piece[] {
  return text
    .split(PLACEHOLDER)
    .map((part, index) => ({ literal: index % 2 === 0, text: part }))
    .filter((piece) => !piece.literal || piece.text !== '');
}

function checkParagraph(paragraph: string, scope: Scope): string[] {
  const pieces = piecesOf(paragraph);
  const prose = pieces.map((piece) => (piece.literal ? piece.text : ' ')).join('');
  const problems = typedFigures(prose);
  if (/\{\{|\}\}/.test(prose)) problems.push('a "{{" or "}}" that belongs to no placeholder');
  for (const { literal, text } of pieces) {
    if (literal) continue;
    try {
      const { firmness } = fillPlaceholder(text, scope);
      if (firmness !== undefined && !SAID[firmness].test(prose)) {
        problems.push(`{{${text}}} is ${firmness}: its paragraph must say so`);
      }
    } catch (error) {
      if (!(error instanceof PlaceholderError)) throw error;
      problems.push(`{{${text}}}: ${error.message}`);
    }
  }
  return problems;
}

/** Starts with a letter: a formula (Nd2Fe14B) or a name (Q4), unless it is money (USD75). */
const NAME = new RegExp(`^(?!(?:US|${CURRENCIES.join('|')})\\d)\\p{L}[\\p{L}\\p{N}]*$`, 'u');
const UNIT = /^(?:percent|kg|kilos?|kilograms?|lbs?|pounds?|t|tons?|tonnes?|dollars?)\b|^%/i;

/** Digits that are neither a year nor part of a name or formula. Numbers in words can't be told from prose. */
function typedFigures(prose: string): string[] {
  const words = prose
    .split(/\s+/)
    .map((word) => word.replace(/^[("'“‘[]+|(?<![)"'”’\].,;:!?])[)"'”’\].,;:!?]+$/gu, ''));
  return words.flatMap((word, index) => {
    const parts = word.replace(/['’]s$/u, '').split(/[-–—/]/u);
    const unit = UNIT.test(words[index + 1] ?? '');
    const fine = parts.every((part) => !/\p{N}/u.test(part) || (isYear(part) && !unit) || NAME.test(part));
    return fine ? [] : [`"${word}" looks like a typed-in figure: use a placeholder`];
  });
}
