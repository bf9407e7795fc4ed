/** Three usual jobs, as prompts: which tools to ask in which order, and what may not be left out. */
import { completable, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Material } from '#src/domain/series/material.ts';

const RULES = [
  'Give every figure with its unit, its basis (metal, oxide, unstated), its period and its source with edition.',
  'A range stays a range, and a figure that is estimated or projected is called so.',
  'Repeat the cautions that the tools give. Where a tool has no data, say so, and what there is instead: never a figure of your own.',
].join(' ');

const MOST_OFFERED = 50;

/** What the assistant is asked to do. */
const job = (text: string) => ({
  messages: [{ role: 'user' as const, content: { type: 'text' as const, text: `${text} ${RULES}` } }],
});

/** What adds the prompts to a server. Their arguments are made once, for all servers. */
export function promptsFor(materials: readonly Material[]): (server: McpServer) => void {
  /** Names that begin as typed. */
  const named = (typed: string): string[] =>
    materials
      .filter(({ names }) => names.some((name) => name.startsWith(typed.toLowerCase())))
      .map(({ name }) => name)
      .slice(0, MOST_OFFERED);
  const material = completable(
    z.string().trim().min(1).max(120).describe('A commodity, as "neodymium", "NdPr oxide" or "Dy"'),
    named,
  );
  const ofMaterial = z.object({ material });
  const ofOrder = z.object({
    order: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .describe('What is ordered: "250 kg neodymium oxide, 40 kg dysprosium oxide"'),
    year: z
      .string()
      .regex(/^\d{4}$/, 'a year is four digits, as 2026')
      .optional()
      .describe('The year whose prices count; the newest unless given'),
  });

  return (server) => {
    server.registerPrompt(
      'price_brief',
      {
        title: 'Price brief of a commodity',
        description:
          'What it costs now and where that stands, what moved it, who supplies it, and how sure that is.',
        argsSchema: ofMaterial,
      },
      ({ material: of }) =>
        job(
          `Write a price brief on ${of}, of at most 200 words. Ask Lodestone for its price now (ask), its prices of the last years (get_series), and whether its sources agree (check_sources); then for who produces it and how much of supply the largest producer has (ask). Show the chart (draw_chart).`,
        ),
    );
    server.registerPrompt(
      'order_budget',
      {
        title: 'Budget of an order',
        description: 'What an order costs, line by line, as a range, and what would change it.',
        argsSchema: ofOrder,
      },
      ({ order, year }) =>
        job(
          `Work out the budget of this order: ${order}.${year === undefined ? '' : ` Use prices of ${year}.`} Ask Lodestone for its cost (cost), one call with all its lines, and for the sources of the prices that weigh most (check_sources). Give a table with amount, price and cost of each line, the total as a range, and what is not in it (tax, freight, purity).`,
        ),
    );
    server.registerPrompt(
      'source_check',
      {
        title: 'Where sources disagree',
        description:
          'Which figures of a commodity its sources give differently, by how much, and what to use.',
        argsSchema: ofMaterial,
      },
      ({ material: of }) =>
        job(
          `Find where sources disagree on ${of}. Ask Lodestone whether they agree (check_sources) and for the series of price and production (get_series). List each disagreement with both figures, both sources and both bases, and say whether the basis explains it. Do not decide between them where nothing does.`,
        ),
    );
  };
}
