/** What went over the wire, as the side panel tells it: one line an exchange, all of it on demand, and as curl. */
import type { Exchange, FromApp, ToApp } from '../wire/exchange-log.ts';
import { asJson, textIn } from '../wire/json.ts';
import type { WireDetail, WireLine } from './page-types.ts';
import { timeOfDay } from './local-time.ts';

export function wireLine(exchange: Exchange, zone: string): WireLine {
  const { id } = exchange;
  const at = timeOfDay(exchange.at, zone);
  if (exchange.direction === 'to-app') {
    const { ack, headers } = exchange;
    const retry = headers['x-slack-retry-num'];
    return {
      id,
      at,
      toApp: true,
      name: retry === undefined ? exchange.kind : `${exchange.kind} (retry ${retry})`,
      result: ack ? (ack.reason ?? String(ack.status)) : '',
      ok: ack?.ok ?? true,
      ...(ack && { ms: ack.ms }),
      faults: 0,
    };
  }
  const { answer, faults, method } = exchange;
  const error = textIn(asJson(answer?.body)?.['error']);
  return {
    id,
    at,
    toApp: false,
    name: method,
    result: answer ? error || String(answer.status) : '',
    ok: !answer || (answer.status >= 200 && answer.status < 300 && error === ''),
    ...(answer && { ms: answer.ms }),
    faults: faults.length,
  };
}

export function wireDetail(exchange: Exchange, apiUrl: string): WireDetail {
  return exchange.direction === 'to-app' ? detailToApp(exchange) : detailFromApp(exchange, apiUrl);
}

const pretty = (value: unknown): string =>
  value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);

function detailToApp({ transport, url, headers, body, payload, ack }: ToApp): WireDetail {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const request = transport === 'http' ? [`POST ${url}`, ...lines].join('\n') : 'An envelope over the socket';
  return {
    sections: [
      { title: 'Signed request', text: request },
      { title: 'Payload', text: pretty(payload) },
      {
        title: 'Ack',
        text: ack
          ? `${ack.reason ?? ack.status} after ${ack.ms.toFixed(1)} ms\n${pretty(ack.body)}`
          : '(still waiting)',
      },
    ],
    curl: transport === 'http' ? toCurl(url, headers, body) : '',
  };
}

function detailFromApp({ kind, method, args, answer, faults }: FromApp, apiUrl: string): WireDetail {
  const headers = {
    authorization: 'Bearer $SLACK_BOT_TOKEN',
    'content-type': 'application/json; charset=utf-8',
  };
  return {
    sections: [
      ...(faults.length > 0 ? [{ title: 'What Slack refuses', text: faults.join('\n') }] : []),
      { title: 'Arguments', text: pretty(args) },
      {
        title: 'Answer',
        text: answer
          ? `${answer.status} after ${answer.ms.toFixed(1)} ms\n${pretty(answer.body)}`
          : '(still waiting)',
      },
    ],
    curl: kind === 'web-api' ? toCurl(`${apiUrl}${method}`, headers, JSON.stringify(args)) : '',
  };
}

/** Words of a shell: nothing in single quotes is special but the quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command that sends the same again; a variable in a header stays one. */
function toCurl(url: string, headers: Readonly<Record<string, string>>, body: string): string {
  const given = Object.entries(headers).map(([name, value]) => {
    const header = `${name}: ${value}`;
    return `  -H ${header.includes('$SLACK') ? `"${header}"` : quote(header)}`;
  });
  return [`curl -X POST ${quote(url)}`, ...given, `  --data-binary ${quote(body)}`].join(' \\\n');
}
