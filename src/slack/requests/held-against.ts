/** What a rule that was asked for in words is held against: quotes at the rate of their day, or figures; and why none can be. */
import type { Rule } from '#src/domain/watching/rule.ts';
import { formatRange } from '#src/presentation/text/format.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { observe, unwatchable } from '#src/watching/alerts/watch.ts';
import type { RequestCall } from './request-kind.ts';

/** A price in dollars is held against a quote in another currency, at its day's rate, sooner than against a year that is over. */
export async function onQuotes({ deps, actor }: RequestCall, rule: Rule): Promise<Rule> {
  if (!('when' in rule) || rule.of.source !== undefined || rule.of.cadence !== undefined) return rule;
  const { manage } = await deps.delivery;
  const { team } = actor;
  const before = await observe(manage, { team, rule, series: null });
  if (before.watched?.on === 'quote') return rule;
  const byDay: Rule = { ...rule, of: { ...rule.of, cadence: 'day' } };
  const { watched } = await observe(manage, { team, rule: byDay, series: null });
  return watched?.on === 'quote' ? byDay : rule;
}

/** Why a rule could never come. */
export async function whyNever(
  { deps, actor }: RequestCall,
  rules: readonly Rule[],
): Promise<string | undefined> {
  const { manage } = await deps.delivery;
  for (const rule of rules) {
    const unfit = await unwatchable(manage, actor.team, rule);
    if (unfit === undefined) continue;
    const { quote, reason } = unfit;
    const unit = `${quote.currency}/${quote.mass}` as const;
    return `It could never come: what is quoted is in ${unit} (now ${formatRange(quote.range, unit)}), and it can’t be converted: ${escapeMrkdwn(reason)}. Name the price in ${unit}.`;
  }
  return undefined;
}
