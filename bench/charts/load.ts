/** Asks a server for one address as fast as it answers: sockets kept open, several requests under way on each. */
import { connect } from 'node:net';

const [address = '', seconds = '5'] = process.argv.slice(2);
const SOCKETS = 8;
const UNDER_WAY = 16;

const url = new URL(address);
const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;
const first = await fetch(url);
const body = (await first.arrayBuffer()).byteLength;
if (first.status !== 200) throw new Error(`status ${first.status}`);

/** Length of one answer: its head, whose only changing part is a date of fixed length, and its body. */
function answerLength(): Promise<number> {
  return new Promise((resolve) => {
    let seen = Buffer.alloc(0);
    const socket = connect(Number(url.port), url.hostname, () => socket.write(request));
    socket.on('data', (part) => {
      seen = Buffer.concat([seen, part]);
      const head = seen.indexOf('\r\n\r\n');
      if (head >= 0 && seen.length >= head + 4 + body) {
        socket.destroy();
        resolve(head + 4 + body);
      }
    });
  });
}

const length = await answerLength();
let received = 0;
const sockets = Array.from({ length: SOCKETS }, () => {
  let left = 0;
  const socket = connect(Number(url.port), url.hostname, () => socket.write(request.repeat(UNDER_WAY)));
  socket.on('data', (part) => {
    left += part.length;
    const answers = Math.floor(left / length);
    if (answers === 0) return;
    left -= answers * length;
    received += answers;
    socket.write(request.repeat(answers));
  });
  return socket;
});
const since = performance.now();
setTimeout(
  () => {
    const rate = received / ((performance.now() - since) / 1000);
    for (const socket of sockets) socket.destroy();
    process.stdout.write(`${JSON.stringify({ rate })}\n`);
    process.exit(0);
  },
  Number(seconds) * 1000,
);
