/** `POST /mcp`: the MCP server over streamable HTTP. Each request stands alone, and says who asks. */
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { whyNotFrom } from '#src/api/http/guard.ts';
import { MCP_PATH } from '#src/api/http/paths.ts';
import { isProblem, type Problem } from '#src/api/http/problem.ts';
import { readBody } from '#src/platform/connection/body.ts';
import type { Route } from '#src/platform/connection/routes.ts';
import type { Asker } from './asker.ts';

/** Far above what a call needs. */
const MOST_BYTES = 256 * 1024;

/** A request as it came. */
export interface McpRequest {
  readonly headers: IncomingHttpHeaders;
  /** What a signature is over. */
  readonly raw: Buffer;
  /** The same, parsed; `undefined` where it is empty, or no JSON. */
  readonly body: unknown;
}

interface McpRouteDeps {
  /** Whether anybody can be let in at all: before that, there is no such path. */
  readonly isOn: () => Promise<boolean>;
  /** Who asks; or why they are not let in. */
  readonly identify: (request: McpRequest) => Promise<Asker | Problem>;
  readonly serverFor: (asker: Asker) => McpServer;
  /** Names under which this server is reached, beside those of the machine itself. */
  readonly hosts: readonly string[];
  /** Told of what failed for no fault of the client's. */
  readonly onError: (error: unknown) => void;
  /** Counts work under way, so that a stop waits for it. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/** The route. What a request is looked at for, from the outside in: host, origin, length, who asks; only then is it served. */
export function mcpRoute({ isOn, identify, serverFor, hosts, onError, run }: McpRouteDeps): Route {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!(await isOn())) return void response.writeHead(404).end();
    const { headers, method = 'POST', url = MCP_PATH } = request;
    const from = whyNotFrom(headers, hosts);
    if (from !== undefined) return refuse(response, from);
    const raw = await readBody(request, MOST_BYTES);
    if (raw === undefined) return refuse(response, TOO_LONG);
    const body = parse(raw);
    const asker = await identify({ headers, raw, body: body === NO_JSON ? undefined : body });
    if (isProblem(asker)) return refuse(response, asker);
    if (body === NO_JSON)
      return refuse(response, { status: 400, detail: 'The body is no JSON.' }, PARSE_ERROR);
    const handler = createMcpHandler(() => serverFor(asker), { onerror: onError });
    const asked = Object.assign(request, { method, url });
    await toNodeHandler(handler, { onerror: onError })(asked, response, body);
  }

  return {
    path: MCP_PATH,
    handler: (request, response) => {
      run(() => serve(request, response)).catch((error: unknown) => {
        // A connection that breaks off needs no answer.
        if (request.complete) onError(error);
        if (response.headersSent || !request.complete) response.destroy();
        else refuse(response, { status: 500, detail: 'This failed here. Ask again in a while.' });
      });
    },
  };
}

const TOO_LONG: Problem = {
  status: 413,
  detail: `A request may have ${MOST_BYTES} bytes.`,
  headers: { connection: 'close' },
};
const PARSE_ERROR = -32_700;
const REFUSED = -32_000;

/** As JSON-RPC says it, for clients show nothing else. */
function refuse(response: ServerResponse, { status, detail, headers }: Problem, code = REFUSED): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message: detail }, id: null }));
}

const NO_JSON = Symbol('no JSON');

function parse(raw: Buffer): unknown {
  if (raw.length === 0) return undefined;
  try {
    return JSON.parse(raw.toString());
  } catch {
    return NO_JSON;
  }
}
