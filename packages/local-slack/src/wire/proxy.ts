/** Passes requests on to the app, as they come and as they are answered. */
import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';

/** Says of one hop only; the next makes its own. */
const ONE_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'host']);

/** @param port where the app listens; undefined answers 503 */
export function passOn(request: IncomingMessage, response: ServerResponse, port: number | undefined): void {
  const fail = (status: number, text: string): void => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
    response.end(`${text}\n`);
  };
  if (port === undefined) return fail(503, 'The app is not running just now.');
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !ONE_HOP.has(name)));
  const { method, url: path } = request;
  const onward = send({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  onward.once('error', () => fail(502, 'The app did not answer.'));
  response.once('close', () => onward.destroy());
  request.pipe(onward);
  return undefined;
}
