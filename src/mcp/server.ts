/** The MCP server: tools, resources and prompts over what Lodestone knows, for one asker. */
import { McpServer } from '@modelcontextprotocol/server';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { registerChartView } from './chart-view.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import { registerAsk } from './tools/ask.ts';
import { registerCheckSources } from './tools/check-sources.ts';
import { registerCompare } from './tools/compare.ts';
import { registerCost } from './tools/cost.ts';
import { registerConvert } from './tools/convert.ts';
import { registerDrawChart } from './tools/draw-chart.ts';
import { registerGetSeries } from './tools/get-series.ts';
import type { Kit } from './tools/kit.ts';
import { registerListMaterials } from './tools/list-materials.ts';

const PACKAGE = new URL('../../package.json', import.meta.url);
const VERSION = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8'))).version;

const INSTRUCTIONS = `Lodestone has sourced figures on metals and minerals: prices, production, reserves, trade, uses, supply and demand.
Every figure comes with unit, basis (metal, oxide, unstated), period, firmness and source: give them on, and never a figure without them.
A range is a range; what is estimated or projected is called so; figures on two bases are not compared.
Where there is no data, say so and offer what the result names instead. Do not fill the gap from memory.
Cautions belong to the answer. Prices of the asker's own workspace are for its people.`;

/** @param kit What the tools are given; its asker is whoever this server is for */
export function createMcpServer(kit: Kit): McpServer {
  const { catalog, now } = kit;
  const server = new McpServer(
    { name: 'lodestone', title: 'Lodestone', version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  registerAsk(server, kit);
  registerGetSeries(server, kit);
  registerCompare(server, kit);
  registerCost(server, kit);
  registerConvert(server, kit);
  registerCheckSources(server, kit);
  registerListMaterials(server, kit);
  registerDrawChart(server, kit);
  registerChartView(server);
  registerResources(server, catalog, () => new Date(now()));
  registerPrompts(server, catalog.materials);
  return server;
}
