/** A metal's long name with one letter wrong, as people type it in chats: "mangenese", "paladium". */
import type { Material } from '#src/domain/series/material.ts';

const [SHORTEST, SAME_END] = [8, 2];
const WORD = new RegExp(String.raw`(?<![\p{L}\d-])\p{Script=Latin}{${SHORTEST - 1},}(?![\p{L}\d-])`, 'gu');
/** Ends of compounds, of which a letter makes another one: a phosphite is no phosphate. */
const COMPOUND = /(?:ate|ite|ide|ine|one)$/u;

/** Whether one letter is another, is missing, is too many, or has changed places with the next. */
function isOneOff(word: string, name: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === name[at]) at += 1;
  const [left, right] = [word.slice(at), name.slice(at)];
  return (
    left.slice(1) === right.slice(1) ||
    left === right.slice(1) ||
    left.slice(1) === right ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}

/** The text with the one name that a word of it must be; `undefined` where there is none or several. Its first and last letters are right. */
export function withNamesMended(text: string, materials: readonly Material[]): string | undefined {
  const names = materials.flatMap(({ names: all }) =>
    all.filter((name) => name.length >= SHORTEST && /^[a-z]+$/u.test(name)),
  );
  let isMended = false;
  const mended = text.replaceAll(WORD, (given) => {
    const word = given.toLowerCase();
    if (COMPOUND.test(word) || names.includes(word)) return given;
    const near = names.filter(
      (name) =>
        name[0] === word[0] && name.slice(-SAME_END) === word.slice(-SAME_END) && isOneOff(word, name),
    );
    const [only, other] = new Set(near);
    if (only === undefined || other !== undefined) return given;
    isMended = true;
    return only;
  });
  return isMended ? mended : undefined;
}
