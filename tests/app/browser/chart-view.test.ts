/** The MCP App of a chart in a real browser, in a frame as strict as hosts make them: it speaks the contract, and needs no network. */
import {
  McpUiInitializedNotificationSchema,
  McpUiInitializeRequestSchema,
  McpUiOpenLinkRequestSchema,
  McpUiSizeChangedNotificationSchema,
} from '@modelcontextprotocol/ext-apps/app-bridge';
import axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { linkedTo } from '../mcp/linked.ts';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const HOSTILE = '<img src=x onerror="document.title=1">';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

/** What a host does: shows the view in a frame of its own origin, without network, and hears what it says. */
const hostOf = (view: string) => `<!doctype html><html lang="en"><title>Host</title>
<iframe id="frame" title="Chart" sandbox="allow-scripts" style="width:900px;height:700px"></iframe>
<script>
  window.heard = [];
  const frame = document.getElementById('frame');
  window.tell = (message) => frame.contentWindow.postMessage({ jsonrpc: '2.0', ...message }, '*');
  addEventListener('message', ({ data }) => {
    heard.push(data);
    if (data.method === 'ui/initialize')
      tell({ id: data.id, result: { protocolVersion: data.params.protocolVersion, hostInfo: { name: 'h', version: '1' },
        hostCapabilities: {}, hostContext: { theme: 'dark' } } });
  });
  frame.srcdoc = ${JSON.stringify(view).replaceAll('<', '\\u003c')};
</script></html>`;

const CSP = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

it('shows picture and figures, tells its size, opens sources by its host, and asks no network', async () => {
  const { client, close } = await linkedTo({
    draw: async () => ({ png: PNG, title: 'Title', altText: 'Rises from 2021 to 2026' }),
  });
  const { tools } = await client.listTools();
  const meta = z.object({ ui: z.object({ resourceUri: z.string() }) });
  const { ui } = meta.parse(tools.find(({ name }) => name === 'draw_chart')?.['_meta']);
  const page = z.object({ contents: z.tuple([z.object({ mimeType: z.string(), text: z.string() })]) });
  const [{ mimeType, text }] = page.parse(await client.readResource({ uri: ui.resourceUri })).contents;
  expect(mimeType).toBe('text/html;profile=mcp-app');
  const result = await client.callTool({ name: 'draw_chart', arguments: { materials: ['neodymium'] } });
  await close();

  const tab = await browser.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  await tab.setContent(
    hostOf(text.replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${CSP}">`)),
  );
  const heardOf = async <T extends z.ZodType>(schema: T) =>
    z
      .array(z.unknown())
      .parse(await tab.evaluate('window.heard'))
      .flatMap((one) => schema.safeParse(one).data ?? []);
  await expect.poll(() => heardOf(McpUiInitializedNotificationSchema)).toHaveLength(1);
  expect(await heardOf(McpUiInitializeRequestSchema)).toHaveLength(1);

  const said = JSON.stringify({ method: 'ui/notifications/tool-result', params: result });
  await tab.evaluate(`window.tell(${said})`);
  const view = tab.frameLocator('#frame');
  await view.getByRole('img', { name: 'Rises from 2021 to 2026' }).waitFor();
  const table = view.getByRole('table', { name: 'Figures' });
  expect(await table.getByRole('row').count()).toBeGreaterThan(10);
  const row = await table.getByRole('row').filter({ hasText: 'projected' }).first().innerText();
  expect(row).toContain('115 to 140 USD/kg');
  await expect
    .poll(async () => (await heardOf(McpUiSizeChangedNotificationSchema)).at(-1)?.params.height)
    .toBeGreaterThan(200);
  await table.getByRole('button', { name: 'USGS MCS 2026' }).first().click();
  await expect
    .poll(async () => (await heardOf(McpUiOpenLinkRequestSchema))[0]?.params.url)
    .toMatch(/^https:\/\/doi\.org/);
  const frame = tab.frames()[1];
  expect(await frame?.evaluate('document.documentElement.dataset.theme')).toBe('dark');

  // Whatever a text holds, it is shown as text.
  const hostile = JSON.stringify({
    method: 'ui/notifications/tool-result',
    params: { content: [{ type: 'text', text: HOSTILE }] },
  });
  await tab.evaluate(`window.tell(${hostile})`);
  await view.getByText(HOSTILE).waitFor();
  expect(await frame?.evaluate('document.title')).toBe('Chart');
  expect(asked.filter((url) => /^(?:https?|wss?):/.test(url))).toEqual([]);

  await tab.evaluate(`window.tell(${said})`);
  await view.getByRole('table').waitFor();
  // The frame's own policy lets no script in but its own: the checker looks at a copy.
  const copy = await browser.newPage();
  await copy.setContent(
    String(await frame?.evaluate('document.documentElement.outerHTML')).replaceAll(
      /<script[\s\S]*?<\/script>|<meta http-equiv[^>]*>/g,
      '',
    ),
  );
  await copy.evaluate(axe.source);
  const found = z
    .object({ violations: z.array(z.object({ id: z.string() })) })
    .parse(await copy.evaluate('axe.run()'));
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await Promise.all([tab.close(), copy.close()]);
});
