/** The MCP App that shows a chart and its table in an assistant (`ui://`): one page that needs nothing from any network. */
import { registerAppResource, RESOURCE_MIME_TYPE } from '@modelcontextprotocol/ext-apps/server';
import type { McpServer } from '@modelcontextprotocol/server';
import { readFileSync } from 'node:fs';

export const CHART_VIEW = 'ui://lodestone/chart';

const asset = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The page with its script in it: a view may load no file. */
const PAGE = asset('./view/chart-view.html').replace(
  '<script type="module" src="./chart-view.js"></script>',
  () => `<script type="module">\n${asset('./view/chart-view.js')}</script>`,
);

export function registerChartView(server: McpServer): void {
  registerAppResource(
    server,
    'chart',
    CHART_VIEW,
    {
      title: 'Chart with its figures',
      description: 'Shows what draw_chart drew, and the figures in it as a table with their sources.',
      mimeType: RESOURCE_MIME_TYPE,
      _meta: { ui: { prefersBorder: true } },
    },
    () => ({
      contents: [
        { uri: CHART_VIEW, mimeType: RESOURCE_MIME_TYPE, text: PAGE, _meta: { ui: { prefersBorder: true } } },
      ],
    }),
  );
}
