/** The doors of programs: the API and the tools for assistants, with what passes their own limits, and with all of a text. */
import type { Door } from './doors.ts';

/** Characters that a question of the API and the tools may have, and an address as a whole. */
const [QUESTION, ADDRESS] = [3000, 11_900];
/** Characters that the name of a material may have in a call of a tool. */
const NAME = 120;

interface Http {
  /** Where the bot listens. */
  readonly url: string;
  readonly token: string;
}

/** As much of a text as an address has room for. */
function inAddress(text: string, most: number): string {
  const whole = text.slice(0, most).toWellFormed();
  const encoded = encodeURIComponent(whole);
  return encoded.length <= ADDRESS ? encoded : encoded.slice(0, ADDRESS).replace(/(?:%[0-9A-F]{0,2})+$/, '');
}

export function httpDoors({ url, token }: Http): readonly Door[] {
  const authorization = `Bearer ${token}`;
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers: { authorization } });
    await response.arrayBuffer();
  };
  const call = async (name: string, given: object) => {
    const response = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: given },
      }),
    });
    await response.arrayBuffer();
  };
  return [
    { name: 'API, question', bring: (text) => get(`/api/v1/ask?q=${inAddress(text, QUESTION)}`) },
    { name: 'API, chart', bring: (text) => get(`/api/v1/chart?format=json&q=${inAddress(text, QUESTION)}`) },
    {
      name: 'API, material and source of series',
      bring: (text) =>
        get(`/api/v1/series?material=${inAddress(text, QUESTION)}&source=${inAddress(text, QUESTION)}`),
    },
    { name: 'MCP, question', bring: (text) => call('ask', { question: text.slice(0, QUESTION) }) },
    { name: 'MCP, question that is too long', bring: (text) => call('ask', { question: text }) },
    {
      name: 'MCP, material and place of series',
      bring: (text) => call('get_series', { material: text.slice(0, NAME), place: text.slice(0, 80) }),
    },
    {
      name: 'MCP, materials that are compared',
      bring: (text) => call('compare', { materials: Array.from({ length: 8 }, () => text.slice(0, NAME)) }),
    },
  ];
}
