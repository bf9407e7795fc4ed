/** All that the app listens to. */
import type { App } from '@slack/bolt';
import { registerAlertButtons } from './alerts/alert-buttons.ts';
import { registerAlertForm } from './alerts/alert-form.ts';
import { registerAskAgain } from './asking/ask-again.ts';
import { registerDigestButtons } from './digests/digest-buttons.ts';
import { registerDroppedFile } from './quotes/dropped-file.ts';
import { registerQuoteButtons } from './quotes/quote-buttons.ts';
import { registerExplainAnswer } from './asking/explain-answer.ts';
import { registerJudge } from './feedback/judge.ts';
import { registerCardButtons } from './requests/card-buttons.ts';
import { registerSendAgain } from './digests/send-again.ts';
import { registerShare } from './asking/share.ts';
import { registerShowChart } from './asking/show-chart.ts';
import type { ListenerDeps } from './deps.ts';
import { registerAppHomeOpened } from './home/app-home-opened.ts';
import { registerAppMention } from './asking/app-mention.ts';
import { registerRemoved } from './setup/removed.ts';
import { registerDirectMessage } from './asking/direct-message.ts';
import { registerSlashCommand } from './commands/slash-command.ts';
import { registerDigestForm } from './digests/digest-form.ts';
import { registerQuoteForm } from './quotes/quote-form.ts';

const LISTENERS = [
  registerSlashCommand,
  registerQuoteButtons,
  registerQuoteForm,
  registerCardButtons,
  registerDroppedFile,
  registerAppMention,
  registerDirectMessage,
  registerAppHomeOpened,
  registerRemoved,
  registerAskAgain,
  registerShowChart,
  registerShare,
  registerExplainAnswer,
  registerJudge,
  registerDigestForm,
  registerDigestButtons,
  registerAlertButtons,
  registerAlertForm,
  registerSendAgain,
];

export function registerListeners(app: App, deps: ListenerDeps): void {
  for (const register of LISTENERS) register(app, deps);
}
