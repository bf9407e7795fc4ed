/** Gathers the words of a message: what is said apart from what only stands beside it, without anybody's name or id. */

import { clean, MAX_TYPED } from '#src/domain/reading/text-door.ts';

/** What a message says, once what Slack puts into it is off. */
export interface Words {
  /** Said by whoever wrote it; a line for each item of a list. */
  readonly text: string;
  /** The same with the ids of people and channels in it, "#c0123" and "@u0123": a request says where it goes. */
  readonly named: string;
  /** Quotes, pasted code, labels of links: the question only where the text asks nothing. */
  readonly aside: string;
  /** Something was too long to be read to its end. */
  readonly cut: boolean;
}

export interface WordsWriter {
  say(words: string): void;
  /** A person, group or channel is spoken to: no name or id gets into the words. @param id As Slack writes it: "#C0123", "@U0123" */
  name(id: string): void;
  /** A link: its label belongs to the sentence only where the sentence would break off without it. */
  link(url: string, label?: string): void;
  /** A new line; with `item`, one of a list. */
  line(item?: boolean): void;
  aside(words: string): void;
  /** Whether no more of what is said is read. */
  isFull(): boolean;
  done(): Words;
}

/** Private use: nobody types them. */
const [NAME, ITEM] = ['\uE000', '\uE001'];
const OURS = /[\uE000\uE001]/gu;

/** "cc @planner, #general" goes as a whole: the word that brings them in asks nothing. */
const NAMES =
  /\(?(?:\/?\bb?cc\b[:.]?\s*)?\uE000(?:['’]s(?!\w))?(?:(?:\s|[,;&+/]|\band\b)*\uE000)*\)?[,:]?/giu;
/** After these a sentence goes on: "the price of <link>", "prices in: <list>". */
const GOES_ON = /(?:^|\s)(?:the|an?|of|for|in|since|between|vs|versus|and|than)(?:\s*:)?\s*$/iu;

/** The longest of those words, with signs. */
const GOES_ON_ROOM = 20;

export function createWordsWriter(): WordsWriter {
  const written = createRoom();
  const named = createRoom();
  const beside = createRoom();
  const said = {
    ...written,
    add: (piece: string) => {
      written.add(piece);
      named.add(piece);
    },
  };
  return {
    say: (words) => said.add(clean(words)),
    name: (id) => {
      written.add(NAME);
      named.add(/^[#@]\w+$/.test(id) ? ` ${id.toLowerCase()} ` : NAME);
    },
    link: (url, label = '') => {
      const words = clean(label);
      if (isAddress(url, words)) said.add(' ');
      else if (GOES_ON.test(said.text().slice(-GOES_ON_ROOM))) said.add(words);
      else {
        said.add(' ');
        beside.add(`${words}\n`);
      }
    },
    line: (item = false) => said.add(`\n${item ? ITEM : ''}`),
    aside: (words) => beside.add(`${clean(words)}\n`),
    isFull: () => said.isFull(),
    done: () => ({
      text: tidy(said.text()),
      named: tidy(named.text()),
      aside: tidy(beside.text()),
      cut: said.isFull() || beside.isFull(),
    }),
  };
}

/** Takes pieces up to as much as is read of a text. */
function createRoom() {
  let text = '';
  let full = false;
  return {
    add: (piece: string): void => {
      const room = MAX_TYPED - text.length;
      full ||= piece.trimEnd().length > room;
      text += room > 0 ? piece.slice(0, room) : '';
    },
    text: () => text,
    isFull: () => full,
  };
}

const bare = (address: string): string => address.replace(/^\w+:(?:\/\/)?/u, '').replace(/\/$/u, '');

/** No label but the address itself: Slack makes links of addresses that are typed. */
function isAddress(url: string, label: string): boolean {
  return label.trim() === '' || /^(?:mailto|tel):/u.test(url) || bare(url) === bare(label);
}

/** Lines without what is left of names; a list that a sentence runs into becomes part of the sentence. */
function tidy(text: string): string {
  const lines: string[] = [];
  let running = false;
  for (const written of text.replaceAll(NAMES, ' ').split('\n')) {
    const item = written.startsWith(ITEM);
    const line = written.replaceAll(OURS, ' ').replaceAll(/\s+/gu, ' ').trim();
    if (!/[^\s,;.:()-]/u.test(line)) continue;
    const before = lines.at(-1) ?? '';
    const begins = item && GOES_ON.test(before);
    if (item && (begins || running))
      lines[lines.length - 1] = begins ? `${before.replace(/:$/u, '')} ${line}` : `${before}, ${line}`;
    else lines.push(line);
    running = item && (begins || running);
  }
  return lines.join('\n');
}
