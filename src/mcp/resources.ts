/** What can be read whole: the pack of each commodity, and each entry of the FAQ. Public figures alone. */
import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/server';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { askedOfFaq } from '#src/domain/asking/read-text.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const PACK = 'lodestone://pack/';
const FAQ = 'lodestone://faq/';
/** Offered for what somebody has begun to type. */
const MOST_OFFERED = 50;

/** Ids that begin as typed. */
const beginning =
  (ids: readonly string[]) =>
  (typed: string): string[] =>
    ids.filter((id) => id.startsWith(typed.toLowerCase())).slice(0, MOST_OFFERED);

/** What adds the resources to a server. Their lists are made once, for all servers. */
export function resourcesFor(catalog: Catalog, now: () => Date): (server: McpServer) => void {
  const { metals, faq } = catalog;
  const packs = metals.map(({ id, name, description }) => ({
    uri: `${PACK}${id}`,
    name: id,
    title: `${name}: all figures`,
    description,
    mimeType: 'application/json',
  }));
  const entries = faq.map(({ entry: { id, question } }) => ({
    uri: `${FAQ}${id}`,
    name: id,
    title: question,
    mimeType: 'text/plain',
  }));
  return (server) => {
    server.registerResource(
      'pack',
      new ResourceTemplate(`${PACK}{id}`, {
        list: () => ({ resources: packs }),
        complete: { id: beginning(metals.map(({ id }) => id)) },
      }),
      {
        title: 'A commodity’s pack',
        description:
          'All that is known of one commodity: what its sources print, as series of figures with unit, basis, period, firmness, source and edition, and what the sources claim.',
        mimeType: 'application/json',
      },
      (uri, { id }) => {
        const metal = metals.find((one) => one.id === id);
        if (metal === undefined)
          throw new Error(`There is no pack "${String(id)}". list_materials names those that there are.`);
        const text = JSON.stringify(metal, undefined, 1);
        return { contents: [{ uri: uri.href, mimeType: 'application/json', text }] };
      },
    );
    server.registerResource(
      'faq',
      new ResourceTemplate(`${FAQ}{id}`, {
        list: () => ({ resources: entries }),
        complete: { id: beginning(faq.map(({ entry }) => entry.id)) },
      }),
      {
        title: 'An entry of the FAQ',
        description:
          'A question with its answer in words, the figures in it filled in from the data, and its sources.',
        mimeType: 'text/plain',
      },
      (uri, { id }) => {
        const found = faq.find(({ entry }) => entry.id === id);
        if (found === undefined)
          throw new Error(`There is no entry "${String(id)}"; resources/list names those that there are.`);
        const { entry } = found;
        const answer = answerText(askedOfFaq(entry.id, entry.question, now()), catalog, { now: now() });
        return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: renderPlainText(answer) }] };
      },
    );
  };
}
