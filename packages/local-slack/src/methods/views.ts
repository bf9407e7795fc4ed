/** views.*: modals and the home tab. */
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import { takeTrigger } from '../state/triggers.ts';
import { homeOf, openView, publishHome, pushView, replaceView } from '../state/view-store.ts';
import type { Json, View } from '../wire/wire-types.ts';
import { requirePerson } from './find-conversation.ts';
import { jsonArg, requiredArg, textArg, type Methods } from './method.ts';

export const viewMethods: Methods = {
  'views.open': {
    scopes: [],
    run: (slack, args) => {
      const trigger = takeTrigger(slack, requiredArg(args, 'trigger_id'));
      return { view: openView(slack, trigger.user, readView(args)) };
    },
  },
  'views.push': {
    scopes: [],
    run: (slack, args) => {
      const trigger = takeTrigger(slack, requiredArg(args, 'trigger_id'));
      if (trigger.view === undefined || !slack.workspace.views.has(trigger.view))
        throw new SlackError('not_found');
      return { view: pushView(slack, trigger.user, readView(args)) };
    },
  },
  'views.update': {
    scopes: [],
    run: (slack, args) => {
      const before = findView(slack, args);
      refuseStale(before, args);
      return { view: replaceView(slack, before, readView(args)) };
    },
  },
  'views.publish': {
    scopes: [],
    run: (slack, args) => {
      if (slack.workspace.manifest.features?.app_home?.home_tab_enabled !== true)
        throw new SlackError('not_enabled');
      const user = requirePerson(slack.workspace, requiredArg(args, 'user_id'));
      refuseStale(homeOf(slack.workspace, user), args);
      return { view: publishHome(slack, user, readView(args)) };
    },
  },
};

const readView = (args: Json): unknown => {
  const view = jsonArg(args, 'view', 'invalid_arguments');
  if (view === undefined) requiredArg(args, 'view');
  return view;
};

function findView({ workspace }: Slack, args: Json): View {
  const id = textArg(args, 'view_id');
  const externalId = textArg(args, 'external_id');
  const view =
    id === undefined
      ? [...workspace.views.values()].find((v) => externalId !== undefined && v.external_id === externalId)
      : workspace.views.get(id);
  if (!view) throw new SlackError('not_found');
  return view;
}

/** A hash, where given, must be that of the newest version. */
function refuseStale(view: View | undefined, args: Json): void {
  const hash = textArg(args, 'hash');
  if (hash !== undefined && view && view.hash !== hash) throw new SlackError('hash_conflict');
}
