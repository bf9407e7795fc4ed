/** Where a metal has no figures of its own, its group's stand in, and the answer says so. */
import { withId } from '#src/domain/series/by-id.ts';
import type { Line } from '#src/domain/answer.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { claimedPercent } from './claims.ts';
import type { TopicContext, TopicResult } from './topic.ts';

/** The metal itself where it has the figures, else its group. */
export function holderOf(
  { metal, catalog }: Pick<TopicContext, 'metal' | 'catalog'>,
  has: (metal: Metal) => boolean,
): Metal | undefined {
  if (has(metal)) return metal;
  const group = withId(catalog.metals, metal.group ?? '');
  return group !== undefined && has(group) ? group : undefined;
}

/** Says so where a group's figures stand in for a metal's. */
export function withGroupCaution(
  { metal, question }: TopicContext,
  holder: Metal,
  result: TopicResult,
): TopicResult {
  if (holder === metal) return result;
  const line: Line = [
    `I have no such figure for ${metal.name.toLowerCase()} alone: this is all ${holder.name.toLowerCase()} together.`,
  ];
  const claims: Line[] = metal.claims.flatMap((c) =>
    c.kind === 'country-share' &&
    (question.countries.length === 0 || question.countries.includes(c.country)) &&
    result.part.topic === 'production'
      ? [
          [
            `For ${metal.name.toLowerCase()}, the report says that ${c.country} has `,
            ...claimedPercent(metal, c),
            ' of world output.',
          ],
        ]
      : [],
  );
  return { ...result, part: { ...result.part, cautions: [line, ...claims, ...result.part.cautions] } };
}
