/** `check_sources`: where figures are from, whether sources agree, and whether what they claim holds by their own figures. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { ASKED_METRICS } from '#src/domain/reading/asked-metrics.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import { formatNumber } from '#src/presentation/text/format.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { material } from './arguments.ts';
import { answerAsked, answerResult, figuresOnce, guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf } from './schema.ts';
import { readOneMaterial, subjectSlots } from './slots.ts';

const inputSchema = argumentsOf({
  material,
  metric: z.enum(ASKED_METRICS).optional().describe('Only what is said of this; all unless given.'),
  claimed_percent: z
    .number()
    .min(0)
    .max(100_000)
    .optional()
    .describe('Check this percentage that somebody claims: 80 for "rose over 80 %".'),
});

export function registerCheckSources(server: McpServer, kit: Kit): void {
  server.registerTool(
    'check_sources',
    {
      title: 'Sources, and where they disagree',
      description:
        'Names the documents that a material’s figures are from, with edition, date and licence, and says where they disagree: claims that their own tables do not bear out, and series of two sources that move apart. Call it before relying on one figure.',
      inputSchema,
      outputSchema: figuresOnce,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ material: of, metric, claimed_percent: percent = null }) => {
      const subject = subjectSlots([readOneMaterial(kit, of)], metric);
      const ask = async (leftOut: readonly LeftOut[]) =>
        await answerAsked(kit, `do the sources agree on ${of}${metric === undefined ? '' : `, ${metric}`}?`, {
          ...subject,
          intent: 'sources',
          verify: true,
          metrics: metric === undefined ? [] : [metric],
          percent,
          leftOut: [...subject.leftOut, ...leftOut],
        });
      const { answer, read } = await ask([]);
      const claim = percent === null ? undefined : `${formatNumber(percent)} %`;
      if (claim === undefined || renderPlainText(answer).includes(claim)) return answerResult(answer, read);
      // No source here claims such a thing, so that nothing was checked; and that is said.
      const unchecked = await ask([{ words: claim, kind: 'words' }]);
      return answerResult(unchecked.answer, unchecked.read);
    }),
  );
}
