/** Text as people typed it, from text as Slack sends it. */

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Takes Slack's encoding off: links become their words, the bot's mentions vanish, entities are what they stand for.
 * @param botUserId Whose mentions are left out.
 * @example readText('<@U1> price &amp; <http://x.test|chart>', 'U1') // "price & chart"
 */
export function readText(text: string, botUserId?: string): string {
  return text
    .replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, words: string | undefined) => {
      if (botUserId !== undefined && target === `@${botUserId}`) return ' ';
      return words ?? target.replace(/^mailto:/, '');
    })
    .replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
