/** Writes what can be asked of the API into docs/api.md, from its schemas; with `--check` fails where the two differ. */
import { apiReference } from '#src/api/reference.ts';
import { makeSection, markdownTable } from './made-section.ts';
import { runCommand, UsageError } from '../run-command.ts';

const USAGE = `Usage: npm run docs:api              writes what can be asked of the API into docs/api.md
       npm run docs:api -- --check   fails where that is not what the code says
       npm run --silent docs:api -- --openapi   prints the OpenAPI document

  --help  this text
`;

const options = { check: { type: 'boolean' }, openapi: { type: 'boolean' } } as const;

await runCommand({ usage: USAGE, options }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  if (values.openapi === true) {
    const { openApiDocument } = await import('#src/api/http/openapi.ts');
    process.stdout.write(`${JSON.stringify(openApiDocument(), undefined, 2)}\n`);
    return 0;
  }
  const text = apiReference()
    .map(({ heading, lines, table }) => [heading, ...lines, markdownTable(table)].join('\n\n'))
    .join('\n\n');
  const section = { file: 'docs/api.md', what: 'what can be asked', script: 'docs:api', text };
  return await makeSection(section, values.check === true);
});
