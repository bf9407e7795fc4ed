/** What is struck out: kept with marks around it, by which it is no price and no name, and taken away beside what stands in its place. */

const MARK = '~~';
const STRUCK = /~~[^~]{1,200}~~/gu;

export const struck = (text: string): string =>
  text.trim() === '' ? text : ` ${MARK}${text.trim()}${MARK} `;

/** @example withoutStruck('~~10800~~ 10850') // "10850" */
export function withoutStruck(text: string): string {
  if (!text.includes(MARK)) return text;
  const rest = text.replaceAll(STRUCK, ' ').trim();
  return rest === '' ? text : rest;
}

export const isStruck = (text: string): boolean => text.startsWith(MARK) && text.endsWith(MARK);
