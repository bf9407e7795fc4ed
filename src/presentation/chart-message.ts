/** A chart that was asked for by a button: the picture, and in words what it shows. */
import type { Message } from './message.ts';
import { controlSafeLine, mrkdwnLine } from './text/mrkdwn.ts';
import { LIMITS } from './limits.ts';
import { pictureBlock, type Picture } from './picture.ts';
import { sections } from './sections.ts';

/** @param picture `undefined` where there is none to be had. @param shown Whether the picture may be in it. */
export function renderChart(picture: Picture | undefined, shown: boolean): Message {
  const image = picture && shown ? pictureBlock(picture) : undefined;
  if (picture === undefined) {
    const text =
      'There is no chart of that here: the figures for it are missing, or no picture could be made just now.';
    return { text, blocks: [...sections([text])] };
  }
  const words = `${picture.title}: ${picture.altText}`;
  const excuse = 'Slack could not fetch the picture; this is what it shows.';
  return {
    text: controlSafeLine([words], LIMITS.messageText),
    blocks: image ? [image] : [...sections([mrkdwnLine([words], { room: LIMITS.contextText }), excuse])],
  };
}
