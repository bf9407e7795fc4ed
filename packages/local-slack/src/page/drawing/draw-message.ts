/** One message as one person sees it. */
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { jsonsIn, textIn } from '../../wire/json.ts';
import { messagesOf, nameOf } from '../../state/message-store.ts';
import { plainWords } from '../../terminal/plain-words.ts';
import type { User } from '../../simulator-handle.ts';
import { richTextOf } from '../../people/typed-text.ts';
import type { Message } from '../../wire/wire-types.ts';
import { findPerson, type Workspace } from '../../state/workspace.ts';
import { drawAvatar } from './draw-avatar.ts';
import { drawFile } from './draw-file.ts';
import { blocksHtml } from './draw-blocks.ts';
import { dayOf, millisOf, timeOf } from '../local-time.ts';
import { emojiOf } from '../library.ts';
import type { Row } from '../page-types.ts';

export function drawMessage(workspace: Workspace, viewer: User, message: Message): Row {
  const { channel, ts, thread_ts, user } = message;
  const mine = user === viewer.id;
  return {
    channel,
    ts,
    ...(thread_ts !== undefined && thread_ts !== ts && { thread: thread_ts }),
    user,
    day: dayOf(millisOf(ts), viewer.tz),
    ...(mine && { typed: plainWords(workspace, message.text) }),
    ephemeral: message.visible_to !== undefined,
    html: renderToStaticMarkup(drawArticle(workspace, viewer, message)),
  };
}

function drawArticle(workspace: Workspace, viewer: User, message: Message): ReactNode {
  const { channel, ts, visible_to, thread_ts } = message;
  const person = findPerson(workspace, message.user);
  const name = person?.real_name ?? message.user;
  const at = millisOf(ts);
  const time = timeOf(at, viewer.tz);
  const only = visible_to !== undefined;
  return h(
    'article',
    {
      className: only ? 'msg ephemeral' : 'msg',
      'data-channel': channel,
      'data-ts': ts,
      'data-mine': message.user === viewer.id || undefined,
      tabIndex: -1,
      'aria-label': `${name}, ${time}${only ? ', only visible to you' : ''}`,
    },
    drawAvatar(person?.id ?? message.user, name, person?.is_bot === true),
    h(
      'div',
      { className: 'msg-main' },
      only && h('p', { className: 'only' }, drawEye(), 'Only visible to you'),
      h(
        'p',
        { className: 'by' },
        h('b', null, name),
        message.bot_id !== undefined && h('span', { className: 'badge' }, 'APP'),
        h('time', { dateTime: new Date(at).toISOString() }, time),
      ),
      h('div', {
        className: 'blocks',
        dangerouslySetInnerHTML: { __html: contentHtml(workspace, viewer, message) },
      }),
      message.edited && h('small', { className: 'edited' }, '(edited)'),
      drawReactions(workspace, viewer, message),
      (thread_ts === undefined || thread_ts === ts) && drawReplies(workspace, viewer, message),
    ),
  );
}

/** Blocks where there are any, else the text; attachments and files after it. */
function contentHtml(workspace: Workspace, viewer: User, message: Message): string {
  const context = {
    workspace,
    state: viewer.valuesOf(message),
    zone: viewer.tz,
    prefix: `${message.channel}-${message.ts}`,
  };
  const { blocks, text, attachments, files, bot_id } = message;
  const plain = bot_id === undefined ? richTextOf(text) : { type: 'section', text: { type: 'mrkdwn', text } };
  const shown = blocks.length > 0 ? blocks : text === '' ? [] : [plain];
  const attached = jsonsIn(attachments).map((attachment) => {
    const inner = jsonsIn(attachment['blocks']);
    const words = {
      type: 'section',
      text: { type: 'mrkdwn', text: textIn(attachment['text']) || textIn(attachment['fallback']) },
    };
    return `<div class="attachment">${blocksHtml(context, inner.length > 0 ? inner : [words])}</div>`;
  });
  const attachedFiles = files
    .flatMap((id) => workspace.files.get(id) ?? [])
    .map((file) => {
      if (!file.mimetype.startsWith('image/')) return renderToStaticMarkup(drawFile(file));
      const title = { type: 'plain_text', text: file.title };
      return blocksHtml(context, [
        { type: 'image', slack_file: { id: file.id }, alt_text: file.alt_text || file.title, title },
      ]);
    });
  return blocksHtml(context, shown) + attached.join('') + attachedFiles.join('');
}

function drawReactions(workspace: Workspace, viewer: User, { reactions }: Message): ReactNode {
  if (reactions.length === 0) return null;
  const button = (name: string, users: readonly string[]): ReactNode => {
    const who = users.map((id) => (id === viewer.id ? 'you' : nameOf(workspace, id))).join(', ');
    const pressed = users.includes(viewer.id);
    return h(
      'button',
      {
        key: name,
        type: 'button',
        className: 'reaction',
        'data-react': name,
        'aria-pressed': pressed,
        'aria-label': `${name}: ${who}`,
        title: `${who} reacted with :${name}:`,
      },
      h('span', { 'aria-hidden': true }, `${emojiOf(workspace, name)} ${users.length}`),
    );
  };
  return h(
    'div',
    { className: 'reactions' },
    reactions.map(({ name, users }) => button(name, users)),
  );
}

function drawReplies(workspace: Workspace, viewer: User, { channel, ts }: Message): ReactNode {
  const replies = messagesOf(workspace, channel).filter(
    (m) => m.thread_ts === ts && m.ts !== ts && (m.visible_to ?? viewer.id) === viewer.id,
  );
  const last = replies.at(-1);
  if (!last) return null;
  const people = [...new Set(replies.map((m) => m.user))].map((id) => findPerson(workspace, id));
  return h(
    'button',
    { type: 'button', className: 'replies', 'data-thread': ts },
    people.map((person) => person && drawAvatar(person.id, person.real_name, person.is_bot)),
    h('b', null, `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`),
    h('span', null, `Last reply ${timeOf(millisOf(last.ts), viewer.tz)}`),
  );
}

const drawEye = (): ReactNode =>
  h(
    'svg',
    { className: 'icon-sign', viewBox: '0 0 20 20', 'aria-hidden': true },
    h('path', {
      d: 'M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5S4 13.7 2 10zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
    }),
  );
