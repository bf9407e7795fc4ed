/**
 * `npm run bench:tables`: files of up to 10 MB, each the worst of its kind, read as a dropped file is. While one is read, a timer
 * asks for its turn every millisecond, as an answer would: how long it waited at most, and how much memory the process had at
 * most over what it had before.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { writeXlsx } from 'hucre/xlsx';
import { readTableAside } from '#src/quotes/aside/read-aside.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { materials, TODAY } from './quotes/subject.ts';

const MOST_BYTES = 10_000_000;
const WANTED = { megabytes: 300, waitMs: 50 };

const day = (i: number) => addDays(TODAY, -1 - (i % 9000));
const metal = (i: number) => materials[Math.floor(i / 9000) % materials.length]?.id ?? 'neodymium';

function rowsUpTo(head: string, row: (i: number) => string, bytes = MOST_BYTES - 1000): Buffer {
  const lines = [head];
  let size = head.length;
  for (let i = 0; size < bytes; i += 1) {
    const line = row(i);
    lines.push(line);
    size += line.length + 1;
  }
  return Buffer.from(lines.join('\n'));
}

/** A workbook whose one cell far down makes millions of empty ones. */
async function hollow(): Promise<Uint8Array> {
  const rows = Array.from({ length: 45_000 }, (_, i) =>
    i === 0 ? ['Date', 'Nd oxide (USD/kg)'] : i % 2 === 0 ? [] : [day(i), 70],
  );
  for (const row of rows) if (row.length > 0) row[200] = 'x';
  return await writeXlsx({ sheets: [{ name: 'Prices', rows }] });
}

const INPUTS: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  [
    '10 MB of CSV, a price a row',
    () =>
      rowsUpTo('date,metal,form,price,unit', (i) => `${day(i)},${metal(i)},oxide,${500 + (i % 90)}.5,CNY/kg`),
  ],
  [
    '10 MB of CSV that no row of is a price',
    () => rowsUpTo('date,metal,form,price,unit', (i) => `${day(i)},unobtainium ${i},oxide,x,CNY/kg`),
  ],
  ['10 MB of CSV in one line', () => Buffer.from('date,metal,price\n'.concat('1,'.repeat(MOST_BYTES / 2)))],
  [
    '10 MB of JSON',
    () =>
      Buffer.from(
        `[${rowsUpTo(
          '',
          (i) => `{"date":"${day(i)}","product":"Nd oxide","price":${500 + (i % 90)},"unit":"CNY/kg"},`,
        )
          .toString()
          .trim()
          .slice(0, -1)}]`,
      ),
  ],
  [
    '10 MB of XML',
    () =>
      Buffer.from(
        `<r>${rowsUpTo('', (i) => `<p date="${day(i)}" product="Nd oxide" value="${500 + (i % 90)}" unit="CNY/kg"/>`).toString()}</r>`,
      ),
  ],
  [
    '10 MB of HTML',
    () =>
      Buffer.from(
        `<table><tr><td>date</td><td>product</td><td>USD/kg</td></tr>${rowsUpTo('', (i) => `<tr><td>${day(i)}</td><td>Nd oxide</td><td>${500 + (i % 90)}</td></tr>`).toString()}</table>`,
      ),
  ],
  [
    'JSON of 9 MB as three lists of one length',
    () =>
      Buffer.from(
        JSON.stringify({
          unit: 'USD/kg',
          product: 'Nd oxide',
          date: Array.from({ length: 160_000 }, (_, i) => day(i)),
          price: Array.from({ length: 160_000 }, (_, i) => 500 + (i % 90)),
          note: Array.from({ length: 160_000 }, () => 'as before, without a change'),
        }),
      ),
  ],
  ['a workbook of 9 million cells, nearly all empty', hollow],
  [
    'a workbook of 200,000 prices',
    async () =>
      await writeXlsx({
        sheets: [
          {
            name: 'Prices',
            rows: [
              ['date', 'metal', 'form', 'price', 'unit'],
              ...Array.from({ length: 200_000 }, (_, i) => [
                day(i),
                metal(i),
                'oxide',
                500 + (i % 90),
                'CNY/kg',
              ]),
            ],
          },
        ],
      }),
  ],
  ['10 MB of nothing that is a table', () => Buffer.alloc(MOST_BYTES - 1, 'ab\u00e9"')],
];

let failed = false;
for (const [name, make] of INPUTS) {
  const bytes = await make();
  await breathe();
  global.gc?.();
  const before = process.memoryUsage().rss;
  let [most, longest, last] = [before, 0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    most = Math.max(most, process.memoryUsage.rss());
  }, 1);
  const started = performance.now();
  const context = { materials, today: TODAY, last: new Map<string, number>() };
  const said = await readTableAside(bytes, ANY_TABLE, context).then(
    ({ quotes, rejected }) => `${quotes.length} prices, ${rejected.length} rejected`,
    (error: unknown) => {
      if (!(error instanceof FeedError)) throw error;
      return error.message.slice(0, 70);
    },
  );
  clearInterval(timer);
  const megabytes = (most - before) / 1e6;
  failed ||= megabytes > WANTED.megabytes || longest > WANTED.waitMs;
  const words = [
    `${(bytes.length / 1e6).toFixed(1)} MB`,
    `${((performance.now() - started) / 1000).toFixed(1)} s`,
    `${megabytes.toFixed(0)} MB`,
    `longest wait ${longest.toFixed(0)} ms`,
    said,
  ];
  process.stdout.write(`${name}\n  ${words.join(', ')}\n`);
}
process.stdout.write(`wanted: at most ${WANTED.megabytes} MB and ${WANTED.waitMs} ms\n`);
process.exitCode = failed ? 1 : 0;
