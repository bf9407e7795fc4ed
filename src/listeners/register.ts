/** All that the app listens to. */
import type { App } from '@slack/bolt';
import { registerAlertButtons } from './actions/alert-buttons.ts';
import { registerAskAgain } from './actions/ask-again.ts';
import { registerAskFromHome } from './actions/ask-from-home.ts';
import { registerDigestButtons } from './actions/digest-buttons.ts';
import { registerQuoteButtons } from './actions/quote-buttons.ts';
import { registerExplainAnswer } from './actions/explain-answer.ts';
import { registerJudge } from './actions/judge.ts';
import { registerSendAgain } from './actions/send-again.ts';
import { registerShare } from './actions/share.ts';
import { registerShowChart } from './actions/show-chart.ts';
import type { ListenerDeps } from './deps.ts';
import { registerAppHomeOpened } from './events/app-home-opened.ts';
import { registerAppMention } from './events/app-mention.ts';
import { registerRemoved } from './events/removed.ts';
import { registerDirectMessage } from './messages/direct.ts';
import { registerSlashCommand } from './slash-command.ts';
import { registerDigestForm } from './views/digest-form.ts';
import { registerQuoteForm } from './views/quote-form.ts';

const LISTENERS = [
  registerSlashCommand,
  registerQuoteButtons,
  registerQuoteForm,
  registerAppMention,
  registerDirectMessage,
  registerAppHomeOpened,
  registerRemoved,
  registerAskAgain,
  registerShowChart,
  registerShare,
  registerExplainAnswer,
  registerJudge,
  registerAskFromHome,
  registerDigestForm,
  registerDigestButtons,
  registerAlertButtons,
  registerSendAgain,
];

export function registerListeners(app: App, deps: ListenerDeps): void {
  for (const register of LISTENERS) register(app, deps);
}
