/** A table that somebody drops in their direct message: shown as it was understood, changed column by column, and imported. */
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { importCard, importedMessage, IMPORT_ACTIONS } from '#src/presentation/cards/import-card.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { Message } from '#src/presentation/message.ts';
import { Rejections } from '#src/presentation/quotes/rejections.ts';
import { importDropped, tryDropped, type Choices, type DryRun } from '#src/quotes/dropped-tables.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { valueOfButtons } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { onPress } from '#src/slack/press.ts';
import { createNewest } from '#src/slack/redraw.ts';
import { respondChecked, type Post } from '#src/slack/send.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { choicesIn, importValue, isAhead } from './import-choices.ts';
import { fetchFile, findFile, slackFile, type SlackFile } from './slack-file.ts';

const TABLES = /\.(?:csv|tsv|tab|txt|xlsx?|json|xml)$/i;
const withFiles = z.object({ files: z.array(slackFile.catch({ id: 'F0' })).min(1) });

/** The tables among what came with a message; a picture is none. */
export function tablesIn(message: unknown): readonly SlackFile[] {
  const { files } = withFiles.safeParse(message).data ?? { files: [] };
  return files.filter(({ name }) => TABLES.test(name ?? ''));
}

export const HOW_TO_IMPORT =
  'Drop a table of prices in a direct message with me: a workbook, CSV, JSON or XML. I show how I read it before anything is stored. In a terminal, `npm run quotes -- import FILE` does the same.';
const NO_SCOPE =
  'I can’t read files here: the app was installed without the scope `files:read`. An admin can add it, or import the table in a terminal: `npm run quotes -- import FILE`.';
const CHOSEN_SINCE =
  'You chose something before this was read anew, so nothing was imported. This is how it is read now: press Import again if it is right.';
const WHY = {
  'no-scope': NO_SCOPE,
  'too-large': 'That file is larger than 10 MB: import it in a terminal, `npm run quotes -- import FILE`.',
  gone: 'That file is gone.',
} as const;

/** Answers a dropped table with its dry run. */
export async function showDropped(
  { quotes, house, pace, log }: ListenerDeps,
  {
    file,
    actor,
    client,
    post,
  }: { readonly file: SlackFile; readonly actor: Actor; readonly client: WebClient; readonly post: Post },
): Promise<void> {
  const why = whyNot(actor, 'quotes', 'import', house);
  if (why !== undefined) return void (await post(lineMessage(why)));
  const tooOften = pace.take(actor);
  if (tooOften !== undefined) return void (tooOften.news && (await post(tooOften.message)));
  await post(await cardOf({ quotes, log }, { file, actor, client }));
}

type Deps = Pick<ListenerDeps, 'quotes' | 'log'>;
interface Dropped {
  readonly file: SlackFile;
  readonly actor: Actor;
  readonly client: WebClient;
}

async function cardOf(
  { quotes, log }: Deps,
  { file, actor, client }: Dropped,
  choices?: Choices,
  first?: string,
): Promise<Message> {
  const fetched = await fetchFile(client, file);
  if ('why' in fetched) return lineMessage(WHY[fetched.why]);
  const name = file.name ?? 'The table';
  try {
    const run = await tryDropped(quotes, actor, fetched.bytes, choices);
    if (isRefused(run)) return lineMessage(run.why);
    return cardFor(name, file.id, run, quotes.materials, first);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    log.warn({ error }, 'a dropped file could not be read');
    return lineMessage(`*${escapeMrkdwn(name)} can’t be read:* ${escapeMrkdwn(error.message)}.`);
  }
}

function cardFor(
  name: string,
  file: string,
  run: DryRun,
  materials: Parameters<typeof importCard>[0]['materials'],
  first: string | undefined,
): Message {
  const { said, quotes, rejected, counts, choices, held } = run;
  const reasons = new Rejections('rejected');
  for (const { row, reason } of rejected) reasons.add(row, reason);
  const left = new Rejections('left out');
  for (const { row, reason } of said.left) left.add(row, reason);
  const formless = rejected.some(({ reason }) => reason.startsWith('it has no form'));
  const asked = new Set([
    ...(said.fault?.missing ?? []),
    ...(formless ? ['form'] : []),
    ...Object.keys(choices.common),
  ]);
  return importCard({
    name,
    first,
    columns: said.columns,
    words: said.words,
    quotes,
    counts,
    reasons: [
      ...reasons.lines(),
      ...left.lines(),
      ...held
        .slice(0, 3)
        .map(
          ({ quote, reason }) =>
            `held: ${materials.find(({ id }) => id === quote.metal)?.name ?? quote.metal} ${quote.form} of ${quote.date}, ${reason}`,
        ),
    ],
    rejected: rejected.length,
    fault: said.fault,
    asked: [...asked],
    common: choices.common,
    value: JSON.stringify({ file, name: name.slice(0, 100), choices }),
    materials,
  });
}

export function registerDroppedFile(app: App, deps: ListenerDeps): void {
  const { quotes, log } = deps;
  const begin = createNewest(() => deps.now().getTime());
  app.action(/^import:(?:column|common):\w+$/, async ({ ack, body, client, context, respond }) => {
    await ack();
    const value = valueOfButtons(body, importValue);
    if (value === undefined) return;
    const isNewest = begin(value.file);
    const actor = await actorIn(context);
    const tooOften = deps.pace.take(actor);
    if (tooOften !== undefined)
      return await respondChecked(respond, { ...tooOften.message, replace_original: false });
    const file = await findFile(client, value.file, actor);
    const message =
      typeof file === 'string'
        ? lineMessage(WHY[file])
        : await cardOf({ quotes, log }, { file, actor, client }, choicesIn(body, value.choices));
    if (isNewest()) await respondChecked(respond, { ...message, replace_original: true });
  });
  const store = { on: IMPORT_ACTIONS.store, value: importValue, asks: true };
  onPress(app, deps, store, async ({ value: { file: id, name, choices }, press, body, client, context }) => {
    const actor = await actorIn(context);
    const file = await findFile(client, id, actor);
    if (typeof file === 'string') return void (await press.instead(lineMessage(WHY[file])));
    // What is still read for a choice before this press is not shown over what the press brings.
    const isNewest = begin(id);
    if (isAhead(body)) {
      // What the selects say is not what whoever pressed it had before their eyes: it is shown first.
      const card = await cardOf(
        { quotes, log },
        { file, actor, client },
        choicesIn(body, choices),
        CHOSEN_SINCE,
      );
      return void (isNewest() && (await press.instead(card)));
    }
    const fetched = await fetchFile(client, file);
    if ('why' in fetched) return void (await press.instead(lineMessage(WHY[fetched.why])));
    const done = await importDropped(quotes, actor, { bytes: fetched.bytes, choices, key: press.key });
    if (isRefused(done)) return void (await press.instead(lineMessage(done.why)));
    await press.instead(
      done === 'again'
        ? lineMessage(`${escapeMrkdwn(name)} was imported from this card before, and is taken once.`)
        : importedMessage(name, done),
    );
  });
  onPress(
    app,
    deps,
    { on: IMPORT_ACTIONS.cancel, value: importValue },
    async ({ value: { name }, press }) => {
      await press.instead(lineMessage(`Left. Nothing of ${escapeMrkdwn(name)} was imported.`));
    },
  );
}
