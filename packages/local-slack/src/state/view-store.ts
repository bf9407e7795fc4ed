/** Modals and home tabs: built from what the app sends, and kept in the stack of the person who sees them. */
import { asJson, jsonsIn, textIn } from '../wire/json.ts';
import { checkView } from '../block-kit/check-blocks.ts';
import { pictureFetcher, refuseFaults } from '../methods/message-arguments.ts';
import { withIds } from './message-store.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Workspace } from './workspace.ts';
import type { View } from '../wire/wire-types.ts';

/** At most this many modals lie on each other. */
const DEEPEST_STACK = 3;

type Place = { readonly id?: string; readonly root?: string; readonly previous?: string | null };

/** Checks a view the app sent and makes a whole one of it. Throws `invalid_blocks` or `invalid_arguments`. */
function buildView(slack: Slack, given: unknown, type: 'modal' | 'home', place: Place = {}): View {
  const { workspace } = slack;
  const view = asJson(given);
  if (!view) throw new SlackError('invalid_arguments');
  if (view['type'] !== type) throw badField(`/view/type`, `must be ${type}`);
  refuseFaults(checkView(view, pictureFetcher(slack)));
  const externalId = textIn(view['external_id']);
  const taken = [...workspace.views.values()].find((v) => v.external_id === externalId && v.id !== place.id);
  if (externalId !== '' && taken) throw new SlackError('duplicate_external_id');
  const id = place.id ?? workspace.ids.next('V');
  return {
    ...view,
    id,
    type,
    team_id: workspace.team.id,
    app_id: workspace.appId,
    app_installed_team_id:
      workspace.organisation?.whole === true ? workspace.organisation.id : workspace.team.id,
    bot_id: workspace.bot.botId,
    blocks: withIds(workspace, jsonsIn(view['blocks'])),
    private_metadata: textIn(view['private_metadata']),
    callback_id: textIn(view['callback_id']),
    external_id: externalId,
    state: { values: {} },
    hash: `${Math.floor(workspace.now() / 1000)}.${workspace.ids.secret().slice(0, 8)}`,
    title: view['title'] ?? { type: 'plain_text', text: workspace.bot.name, emoji: true },
    close: view['close'] ?? null,
    submit: view['submit'] ?? null,
    clear_on_close: view['clear_on_close'] === true,
    notify_on_close: view['notify_on_close'] === true,
    root_view_id: place.root ?? id,
    previous_view_id: place.previous ?? null,
  };
}

const badField = (path: string, what: string): SlackError =>
  new SlackError('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] ${what} [json-pointer:${path}]`] },
  });

/** Puts a modal on top of a person's stack. */
export function pushView(slack: Slack, user: string, given: unknown): View {
  const { workspace } = slack;
  const stack = workspace.stacks.get(user) ?? [];
  if (stack.length >= DEEPEST_STACK) throw new SlackError('push_limit_reached');
  const view = buildView(slack, given, 'modal', {
    ...(stack[0] !== undefined && { root: stack[0] }),
    previous: stack.at(-1) ?? null,
  });
  workspace.views.set(view.id, view);
  setStack(workspace, user, [...stack, view.id]);
  return view;
}

/** Opens a modal alone: what was open is gone. */
export function openView(slack: Slack, user: string, given: unknown): View {
  const view = buildView(slack, given, 'modal');
  setStack(slack.workspace, user, []);
  slack.workspace.views.set(view.id, view);
  setStack(slack.workspace, user, [view.id]);
  return view;
}

/** Replaces a view by a new version with the same id. */
export function replaceView(slack: Slack, before: View, given: unknown): View {
  const { workspace } = slack;
  const place = { id: before.id, root: before.root_view_id, previous: before.previous_view_id };
  const view = buildView(slack, given, before.type, place);
  workspace.views.set(view.id, view);
  const user = ownerOf(workspace, view.id);
  if (user !== undefined) workspace.changes.emit({ kind: view.type === 'home' ? 'home' : 'views', user });
  return view;
}

/** Publishes a person's home tab. */
export function publishHome(slack: Slack, user: string, given: unknown): View {
  const { workspace } = slack;
  const id = workspace.homes.get(user);
  const view = buildView(slack, given, 'home', id === undefined ? {} : { id });
  workspace.views.set(view.id, view);
  workspace.homes.set(user, view.id);
  workspace.changes.emit({ kind: 'home', user });
  return view;
}

/** Sets which modals a person has open; those no longer in the stack are forgotten. */
export function setStack(workspace: Workspace, user: string, stack: readonly string[]): void {
  for (const id of workspace.stacks.get(user) ?? []) if (!stack.includes(id)) workspace.views.delete(id);
  workspace.stacks.set(user, stack);
  workspace.changes.emit({ kind: 'views', user });
}

export function viewsOf(workspace: Workspace, user: string): readonly View[] {
  return (workspace.stacks.get(user) ?? []).flatMap((id) => workspace.views.get(id) ?? []);
}

export function homeOf(workspace: Workspace, user: string): View | undefined {
  return workspace.views.get(workspace.homes.get(user) ?? '');
}

function ownerOf(workspace: Workspace, viewId: string): string | undefined {
  for (const [user, stack] of workspace.stacks) if (stack.includes(viewId)) return user;
  for (const [user, id] of workspace.homes) if (id === viewId) return user;
  return undefined;
}
