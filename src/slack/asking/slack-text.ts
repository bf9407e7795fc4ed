/** Text as people typed it, from text as Slack sends it: mrkdwn, entities, and ids for people and channels. */
import { admit } from '#src/domain/reading/text-door.ts';
import { createWordsWriter, type Words, type WordsWriter } from './words-writer.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const decode = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** `<@U1>`, `<#C1|general>`, `<!date^...|Monday>`, `<https://x.test|label>`. */
const TOKEN = /<([^<>|]*)(?:\|([^<>]*))?>/g;
/** A pair of marks around words, as Slack takes them: nothing but space and signs beside them. */
const marked = (mark: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}${mark}])${mark}(?=[^\s${mark}])([^\n${mark}]*?)(?<=\S)${mark}(?![\p{L}\p{N}${mark}])`,
    'gu',
  );
const STRUCK = marked('~');
const UNDERLAID = ['\\*', '_', '`'].map(marked);
const EMOJI = /(?<![\p{L}\p{N}:]):(?:[a-z0-9_+'-]+)(?:::skin-tone-\d)?:(?![\p{L}\p{N}:])/gu;
/** A number may begin an item too; it stays, as it may also be a figure. */
const BULLET = /^\s*(?:[•◦▪▸‣·]\s*|[-–*]\s+(?=\p{L}))/u;

/**
 * Reads a message's text, for where its rich text is not there.
 * @example readText('~price 2023~ price 2024 cc <@U2>').text // "price 2024"
 */
export function readText(sent: string): Words {
  const writer = createWordsWriter();
  // Pasted code is nobody's question, unless it is all there is.
  const typed = admit(sent);
  const quoted: string[] = [];
  const endQuote = () => {
    if (quoted.length > 0) writer.aside(readLines(quoted.splice(0)));
  };
  let quotes = false;
  for (const [at, piece] of splitFences(typed.text).entries()) {
    if (at % 2 === 1) {
      endQuote();
      writer.aside(decode(piece));
      continue;
    }
    for (const line of piece.split('\n')) {
      quotes ||= line.startsWith('&gt;&gt;&gt;');
      if (quotes || /^\s*&gt;/u.test(line)) quoted.push(line.replace(/^\s*(?:&gt;)+\s?/u, ''));
      else {
        writer.line(BULLET.test(line));
        writeLine(writer, line.replace(BULLET, ''));
      }
    }
  }
  endQuote();
  const words = writer.done();
  return { ...words, cut: words.cut || typed.cut };
}

/**
 * Reads what was typed after a slash command: nothing is a quote or a list there, and a channel's name is an argument.
 * @example readCommandText('price &amp; <http://x.test|chart>') // "price & chart"
 */
export function readCommandText(sent: string): string {
  const shown = sent.replaceAll(TOKEN, (_, target: string, label: string | undefined) => {
    if (/^[@#]/u.test(target)) return label === undefined ? ' ' : `${target.charAt(0)}${label}`;
    return target.startsWith('!') ? ' ' : (label ?? target.replace(/^mailto:/u, ''));
  });
  return decode(shown).trim();
}

/** The question of a slash command, without who is told of it: "price 2024 cc @planner #general". */
export function withoutHandles(typed: string): string {
  return typed
    .replaceAll(/(?<!\S)\(?\/?b?cc\b[:.]?(?:[\s,]*[@#][\p{L}\w][\p{L}\w.-]*)+\)?/giu, ' ')
    .replaceAll(/(?<![^\s(,])@\p{L}[\p{L}\w.-]*/gu, ' ')
    .trim();
}

/** What is outside of fences and what is in them, in turns. */
function splitFences(sent: string): readonly string[] {
  const pieces = sent.split('```');
  // An odd one has no end: no fence.
  return pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join(' ')];
}

/** The lines of a quote, read as a message's are. */
function readLines(lines: readonly string[]): string {
  const writer = createWordsWriter();
  for (const line of lines) {
    writer.line(BULLET.test(line));
    writeLine(writer, line.replace(BULLET, ''));
  }
  return writer.done().text;
}

function writeLine(writer: WordsWriter, line: string): void {
  const tokens: [target: string, label: string | undefined][] = [];
  // Addresses have signs in them that mark nothing: they stand aside while marks are looked for.
  const held = line.replaceAll(TOKEN, (_, target: string, label: string | undefined) => {
    tokens.push([target, label]);
    return '\uE002';
  });
  let at = 0;
  const struck = held.replaceAll(STRUCK, (gone) => '\uE003'.repeat(gone.split('\uE002').length - 1));
  const plain = UNDERLAID.reduce((text, mark) => text.replaceAll(mark, '$1'), struck);
  for (const piece of plain.replaceAll(EMOJI, ' ').split(/([\uE002\uE003])/u)) {
    if (piece !== '\uE002' && piece !== '\uE003') writer.say(decode(piece));
    else {
      const [target, label] = tokens[at] ?? [''];
      at += 1;
      if (piece === '\uE002') writeToken(writer, target, label);
    }
  }
}

function writeToken(writer: WordsWriter, target: string, label: string | undefined): void {
  if (/^!date\b/u.test(target)) writer.say(' ');
  else if (/^[@#!]/u.test(target)) writer.name(target);
  else writer.link(decode(target), label === undefined ? undefined : decode(label));
}
