/** `/nd api`: the tokens by which scripts, spreadsheets and assistants ask; for admins, and for their eyes alone. */
import { isRefused } from '#src/access/owned.ts';
import { dayInWords, isoDate } from '#src/domain/measure/days.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { ActingCommand, CommandCall } from '#src/slack/commands/command.ts';
import type { ApiTokens, ListenerDeps } from '#src/slack/deps.ts';

const HOW = 'Make one with `/nd api new <what it is for>`; `docs/api.md` says what can be asked.';
const LINE = /^(?:(list)?|(new|revoke)\b\s*(.*))$/is;

async function run({ rest, actor, post }: CommandCall, { api }: ListenerDeps): Promise<void> {
  const [, , verb, name = ''] = LINE.exec(rest) ?? [];
  if (verb?.toLowerCase() === 'new') {
    if (name.trim() === '')
      return void (await post(lineMessage('Say what it is for, as in `/nd api new desk spreadsheet`.')));
    const made = await api.make(actor, name);
    return void (await post(
      isRefused(made)
        ? lineMessage(made.why)
        : lineMessage(
            `*The token “${escapeMrkdwn(made.name)}”:*`,
            `\`${made.token}\``,
            'This is the only time that it is shown. Whoever has it is answered as a member of this workspace, from its own quotes too: keep it as you keep a password.',
            `It goes into each request as \`Authorization: Bearer …\`. \`/nd api revoke ${escapeMrkdwn(made.name.replaceAll('`', ''))}\` ends it.`,
          ),
    ));
  }
  if (verb?.toLowerCase() === 'revoke') {
    const revoked = await api.revoke(actor, name);
    if (isRefused(revoked)) return void (await post(lineMessage(revoked.why)));
    return void (await post(
      lineMessage(
        revoked === 'gone'
          ? `There is no token “${escapeMrkdwn(name.trim())}”. \`/nd api\` lists those that there are.`
          : `The token “${escapeMrkdwn(revoked.name)}” is revoked: it is refused from now on.`,
      ),
    ));
  }
  const tokens = await api.list(actor);
  if (isRefused(tokens)) return void (await post(lineMessage(tokens.why)));
  if (tokens.length === 0)
    return void (await post(lineMessage(`There is no token, and so the API is off. ${HOW}`)));
  await post(lineMessage('*The tokens of the API*', ...tokens.map(lineOf), HOW));
}

type Token = Exclude<Awaited<ReturnType<ApiTokens['list']>>, { readonly why: string }>[number];

const day = (at: number): string => dayInWords(isoDate(at));

function lineOf({ name, owner, createdAt, usedAt }: Token): string {
  const used = usedAt === undefined ? 'never used' : `last used on ${day(usedAt)}`;
  return `• “${escapeMrkdwn(name)}”, made by <@${owner}> on ${day(createdAt)}, ${used}`;
}

export const apiCommand: ActingCommand = {
  name: 'api',
  summary: 'For admins: the tokens by which scripts, spreadsheets and assistants ask.',
  usage: '[new <name> | revoke <name>]',
  examples: ['api', 'api new desk spreadsheet'],
  // "api access to data" is a question.
  takes: (rest) => LINE.test(rest),
  run,
};
