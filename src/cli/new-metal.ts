/** `npm run new-metal`: a data file of one's own to be filled in. Its one figure is left open: until somebody puts it in, the file is refused, so that none is made up. */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runCommand, UsageError } from './run-command.ts';

const DATA = join(import.meta.dirname, '../../data');
const USAGE = `Usage: npm run new-metal -- ID NAME [SYMBOL]

Writes data/ID.json with one figure to be put in: it is null until then, and the file is refused. \`npm run data:check\` says
what is wrong with it.

  --data FOLDER  where it is written; data unless given
`;

await runCommand(
  { usage: USAGE, options: { data: { type: 'string' } } },
  async ({ values, words: [id = '', name = '', symbol] }) => {
    if (!/^[a-z0-9][a-z0-9-]*$/u.test(id) || name === '')
      throw new UsageError(
        'Give an id of lower case letters, digits and dashes, and a name: osmium Osmium Os.',
      );
    const year = new Date().getUTCFullYear() - 1;
    const pack = {
      $schema: '../docs/pack.schema.json',
      id,
      name,
      ...(symbol === undefined ? {} : { symbol }),
      aliases: [],
      kind: 'element',
      description: `${name}, in a sentence.`,
      sources: {
        mine: {
          publisher: 'Whose figures',
          title: 'Which document',
          edition: String(year),
          editionYear: year,
          dated: String(year),
        },
      },
      series: [
        {
          id: `${id}-price-${year}`,
          family: `${id}-price`,
          metric: 'price',
          role: 'headline',
          label: 'What the source calls it',
          unit: 'USD/kg',
          basis: 'unstated',
          source: 'mine',
          section: 'Where it stands in it',
          points: [{ year, value: null }],
        },
      ],
    };
    const file = join(values.data ?? DATA, `${id}.json`);
    // What is there already is somebody's.
    await writeFile(file, `${JSON.stringify(pack, null, 2)}\n`, { flag: 'wx' });
    process.stdout.write(
      `${relative('.', file)}: put your figures in, in place of null. Until then it is refused, and the bot does not start; npm run data:check says what is wrong.\n`,
    );
  },
);
