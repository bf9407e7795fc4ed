/** MCP servers: tools, resources and prompts over what Lodestone knows, each server for one asker. */
import { McpServer } from '@modelcontextprotocol/server';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Asker } from './asker.ts';
import { registerChartView } from './chart-view.ts';
import { promptsFor } from './prompts.ts';
import { resourcesFor } from './resources.ts';
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

/**
 * What makes a server for whoever asks. Over HTTP each request has one, so that all that does not hang on who asks is made before.
 * @param given What the tools are given, whoever asks
 */
export function mcpServers(given: Omit<Kit, 'asker'>): (asker: Asker) => McpServer {
  const { catalog, now } = given;
  const registerResources = resourcesFor(catalog, () => new Date(now()));
  const registerPrompts = promptsFor(catalog.materials);
  return (asker) => {
    const kit = { ...given, asker };
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
    registerResources(server);
    registerPrompts(server);
    return server;
  };
}
