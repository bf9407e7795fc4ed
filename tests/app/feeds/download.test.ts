/** What the internet may answer, over a real connection: each fault is refused, in one line. */
import { describe, expect, it } from 'vitest';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import { isPrivateAddress } from '#src/quotes/feeds/private-address.ts';
import { answering, serveFeed } from './feed-server.ts';
import { context, csvFeed } from './samples.ts';

const GOOD = 'Date,Low,High\n2026-11-20,553000,557000\n';
const over = (url: string, more: object = {}) =>
  csvFeed({ url, allowPrivate: true }, { timeoutSeconds: 2, ...more });

describe('an address', () => {
  it('is read over a real connection', async () => {
    const { url } = await serveFeed(answering(GOOD));
    const { quotes } = await readFeed(over(url), context);
    expect(quotes).toMatchObject([
      { metal: 'ndpr', form: 'oxide', date: '2026-11-20', range: { low: 553_000, high: 557_000 } },
    ]);
  });

  it('is tried again after a 500, and given up after the last retry', async () => {
    const server = await serveFeed(answering('oops', 500));
    await expect(readFeed(over(server.url, { retries: 2 }), context)).rejects.toThrow('it answered 500');
    expect(server.asked).toHaveLength(3);
  });

  it('is read once it answers again', async () => {
    let calls = 0;
    const server = await serveFeed((request, response) => {
      calls += 1;
      answering(calls === 1 ? 'oops' : GOOD, calls === 1 ? 503 : 200)(request, response);
    });
    expect((await readFeed(over(server.url), context)).quotes).toHaveLength(1);
  });

  it('is not tried again where that would not help', async () => {
    const server = await serveFeed(answering('no', 403));
    await expect(readFeed(over(server.url), context)).rejects.toThrow('it answered 403 (check the key)');
    expect(server.asked).toHaveLength(1);
  });

  it('is refused where it is a web page', async () => {
    const { url } = await serveFeed(answering('<!DOCTYPE html><p>Please log in'));
    await expect(readFeed(over(url), context)).rejects.toThrow('it is a web page, not a table');
  });

  it('is left where it says that it is 200 MB, before they come', async () => {
    const { url } = await serveFeed((_, response) => {
      response.writeHead(200, { 'content-length': String(200_000_000) });
      response.write(GOOD);
    });
    await expect(readFeed(over(url), context)).rejects.toThrow('it is larger than 10 MB');
  });

  it('is left where it does not say so, and never ends', async () => {
    let sent = 0;
    const { url } = await serveFeed((_, response) => {
      const line = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (!response.destroyed && response.write(line)) sent += line.length;
        sent += line.length;
      };
      response.on('drain', more);
      more();
    });
    await expect(readFeed(over(url, { maxMegabytes: 0.5 }), context)).rejects.toThrow('larger than 0.5 MB');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('is left where it drips', async () => {
    const { url } = await serveFeed((_, response) => {
      response.write('D');
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await expect(readFeed(over(url, { timeoutSeconds: 0.2, retries: 0 }), context)).rejects.toThrow(
      'no whole answer within 0.2 s',
    );
  });

  it('says where nobody listens', async () => {
    await expect(readFeed(over('http://127.0.0.1:9', { retries: 0 }), context)).rejects.toThrow(
      'the connection to 127.0.0.1:9 failed (ECONNREFUSED)',
    );
  });

  it('follows redirects, and leaves its key behind when they lead elsewhere', async () => {
    const keys: unknown[] = [];
    const elsewhere = await serveFeed((request, response) => {
      keys.push(request.headers['x-key']);
      answering(GOOD)(request, response);
    });
    const first = await serveFeed((request, response) => {
      keys.push(request.headers['x-key']);
      response.writeHead(302, { location: `${elsewhere.url}/there` }).end();
    });
    const feed = csvFeed({ url: first.url, allowPrivate: true, headers: { 'x-key': { env: 'FEED_KEY' } } });
    expect((await readFeed(feed, context)).quotes).toHaveLength(1);
    expect(keys).toEqual(['s3cret', undefined]);
  });

  it('stops at a circle of redirects', async () => {
    const server = await serveFeed(
      (_, response) => void response.writeHead(302, { location: '/again' }).end(),
    );
    await expect(readFeed(over(server.url), context)).rejects.toThrow('more than 5 redirects');
    expect(server.asked).toHaveLength(6);
  });

  it('puts a secret into the address, and never into an error', async () => {
    const server = await serveFeed(answering('no', 404));
    const feed = csvFeed({ url: server.url, allowPrivate: true, query: { key: { env: 'FEED_KEY' } } });
    const error: unknown = await readFeed(feed, context).catch((reason: unknown) => reason);
    expect(server.asked).toEqual(['/?key=s3cret']);
    expect(String(error)).not.toContain('s3cret');
  });

  it('names the variable of a secret that is not set', async () => {
    const feed = csvFeed({ url: 'https://example.com', headers: { 'x-key': { env: 'NO_SUCH_KEY' } } });
    await expect(readFeed(feed, context)).rejects.toThrow('the environment variable NO_SUCH_KEY is not set');
  });
});

describe('a private address', () => {
  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
  ])('is refused where it stands in the feed: %s', async (url) => {
    await expect(readFeed(csvFeed({ url }), context)).rejects.toThrow('is a private address');
  });

  it('is refused where a name leads to it', async () => {
    await expect(readFeed(csvFeed({ url: 'https://localhost/' }), context)).rejects.toThrow(
      'localhost is a private address',
    );
  });

  it('is refused where a redirect leads to it', async () => {
    const inside = await serveFeed(answering(GOOD));
    const outside = await serveFeed((_, response) => {
      response.writeHead(302, { location: inside.url.replace('http:', 'https:') }).end();
    });
    const feed = csvFeed({ url: outside.url, allowPrivate: [new URL(outside.url).host] });
    await expect(readFeed(feed, context)).rejects.toThrow('127.0.0.1 is a private address');
    expect([outside.asked.length, inside.asked.length]).toEqual([1, 0]);
  });

  it('is told from a public one', () => {
    const closed =
      '0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.2 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 224.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 64:ff9b::a00:1 2001:db8::1 2002:a00:1::';
    const open = '1.1.1.1 8.8.8.8 172.32.0.1 100.128.0.1 192.169.0.1 2606:4700::1111 2a00:1450::1';
    expect(closed.split(' ').filter((address) => !isPrivateAddress(address))).toEqual([]);
    expect(open.split(' ').filter(isPrivateAddress)).toEqual([]);
  });
});
