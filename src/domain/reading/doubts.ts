/** Words that name a figure where none is asked for: a remark, a stranger's, or too few that were understood. */
import type { Findings } from './findings.ts';
import type { AskedMetric } from './asked-metrics.ts';
import { isOfferWord } from './amounts/offers.ts';
import type { Sentence } from './subjects/foreign/foreign-roles.ts';
import { isTradeWord } from './subjects/imports-asked.ts';
import { findRemark, isSigns } from './subjects/remarks.ts';
import { findStranger } from './subjects/stranger.ts';

/** What speaks against a figure, although the words name one. */
export interface Doubts {
  /** A word of a remark that asks for nothing: "price is too high". */
  readonly remark: string | null;
  /** A word that may name another subject, where none of our metals is named: "cost per click 2024". */
  readonly stranger: string | null;
  /** Too few of the words were understood. */
  readonly vague: boolean;
}

export function shareUnderstood({ known, unknown }: Findings): number {
  return known + unknown === 0 ? 0 : known / (known + unknown);
}

/**
 * All of them.
 * @param asked `judged`: a price that was offered is to be judged. `open`: something is asked, and no foreign subject was found
 */
export function readDoubts(
  findings: Findings,
  sentence: Sentence,
  asked: {
    readonly text: string;
    readonly metrics: readonly AskedMetric[];
    readonly figures: boolean;
    readonly judged: boolean;
    readonly open: boolean;
  },
): Doubts {
  const { text, metrics, figures, judged } = asked;
  const isKnown = judged ? isOfferWord : metrics.includes('import-reliance') ? isTradeWord : undefined;
  return {
    remark: figures && !judged ? findRemark(findings, text) : null,
    stranger: asked.open ? findStranger(findings, sentence, metrics, figures, isKnown) : null,
    vague: figures && isVague(findings),
  };
}

/** Whether too little was understood for a figure. Without a metal or a place of ours, most of the words must have been. */
function isVague(findings: Findings): boolean {
  const { subjects, times, amounts } = findings;
  const { ours, sectors, countries } = subjects;
  if ((amounts.exchange && ours.length === 0) || isSigns(findings.words)) return true;
  // "pound sterling rate 2023" is of money.
  if (amounts.currency !== null && ours.length === 0 && onlyRates(findings)) return true;
  const understood = shareUnderstood(findings);
  if (ours.length + sectors.length + countries.length === 0) return understood <= 0.5;
  return times.years.length === 0 && understood < 0.5;
}

function onlyRates({ hits, words }: Findings): boolean {
  const prices = hits.filter((hit) => hit.id === 'price');
  return prices.length > 0 && prices.every((hit) => /^rates?$/u.test(words[hit.from] ?? ''));
}
