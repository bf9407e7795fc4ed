/** XML as tables: elements that come again and again are rows, their attributes and children columns. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { checkCells, checkDepth } from '#src/quotes/feeds/limits.ts';
import { jsonSheets } from './json/json-sheets.ts';
import type { Sheet } from './sheet.ts';
import { spreadsheetXml } from './spreadsheet-xml.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  // No element can be called so.
  textNodeName: '#text',
  removeNSPrefix: true,
  // Numbers are read as those of texts are: "553,000" may stand there.
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities could blow a small file up to a large one.
  processEntities: false,
});

/** @throws FeedError where there is more of it than is read, or it declares a document type */
function checkXmlSize(text: string): void {
  if (text.includes('<!DOCTYPE')) throw new FeedError('it declares a document type, which is not read');
  let [elements, depth] = [0, 0];
  for (const [, closing, alone] of text.matchAll(/<(\/?)[\w:.-]+(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g)) {
    if (closing !== '') depth -= 1;
    else {
      checkCells((elements += 1), 'elements');
      if (alone === '') checkDepth((depth += 1), 'elements');
    }
  }
}

/** @param isName Whether a text names a metal and nothing else. @throws FeedError where it is no XML, is too much, or has no rows */
export async function xmlSheets(text: string, isName: (text: string) => boolean): Promise<readonly Sheet[]> {
  checkXmlSize(text);
  if (XMLValidator.validate(text) !== true) throw new FeedError('it is no XML');
  const data: unknown = parser.parse(text);
  return spreadsheetXml(data) ?? (await jsonSheets(JSON.stringify(data), isName));
}
