/** Changes in words of digests and alerts that there are: what it is now, what it would be, and "Change". */
import { barTo, isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { changesSomething } from '#src/domain/watching/drafts/changed.ts';
import { whyUnknown } from '#src/domain/watching/drafts/draft-digest.ts';
import { isOpen } from '#src/domain/watching/drafts/draft.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { openAlertEditForm } from '#src/slack/alerts/alert-form.ts';
import { openEditForm } from '#src/slack/digests/open-form.ts';
import { meantBy, noneSuch, whichOne, type Kept } from './targets.ts';
import { requestOf, type RequestCall, type RequestKind } from './request-kind.ts';
import { changedDigest, changedAlert, ONE_PLACE } from './what-changes.ts';

/** Why nothing is to change. */
function whyNothing(call: RequestCall): string {
  const { unknown = [] } = call.card;
  if (requestOf(call).cannot.includes('place')) return ONE_PLACE;
  return requestOf(call).cannot.includes('metals')
    ? `${escapeMrkdwn(whyUnknown(unknown))}. Say it again with one that I have.`
    : 'I did not catch what is to change: say it again with the day, the time or the price.';
}

const CHANGES = { digest: changedDigest, alert: changedAlert } as const;

function editKind(of: Kept): RequestKind {
  return {
    bar: (actor, house) => whyNot(actor, 'see', 'own', house),
    alone: true,

    propose: async (call) => {
      const found = await meantBy(call, of);
      const [only] = found;
      if (only === undefined) return { lines: [noneSuch(of)], choices: [], act: undefined, edit: false };
      if (found.length > 1)
        return {
          lines: [`*Change which ${of}?*`, 'Nothing is changed yet.'],
          choices: [whichOne(found, undefined)],
          act: { label: 'Change' },
          edit: false,
        };
      const bar = barTo(call.actor, 'change', only, call.deps.house);
      const ids = [only.id];
      const now = `Now: ${only.words}`;
      if (bar !== undefined)
        return {
          lines: [now, isRefused(bar) ? bar.why : noneSuch(of)],
          choices: [],
          act: undefined,
          edit: false,
        };
      if (!changesSomething(requestOf(call)))
        return {
          lines: [`*Change this ${of}?*`, now, whyNothing(call)],
          choices: [],
          act: undefined,
          edit: true,
          ids,
        };
      const changed = await CHANGES[of](call, only);
      return {
        lines: [`*Change this ${of}?*`, now, ...changed.lines, 'Nothing is changed yet.'],
        choices: changed.choices,
        act: { label: 'Change' },
        edit: true,
        ids,
      };
    },

    act: async (call) => {
      const found = await meantBy(call, of);
      const [only] = found;
      if (only === undefined) return { done: [noneSuch(of)] };
      if (found.length > 1) return { open: 'which one.' };
      const { run, choices } = await CHANGES[of](call, only);
      if (run === undefined) return { open: choices.find(isOpen)?.label ?? 'what it is to be.' };
      const outcome = await run();
      if (isRefused(outcome)) return { done: [`*Nothing was changed.* ${outcome.why}`] };
      if (outcome === 'gone') return { done: [`Gone already: ${only.words}`] };
      const [after = only] = await meantBy({ ...call, card: { ...call.card, ids: [only.id] } }, of);
      return { done: [`*Changed:* ${after.words}`] };
    },

    openForm: async (call, triggerId) => {
      const [only] = await meantBy(call, of);
      const place = { client: call.client, triggerId, actor: call.actor };
      const open = of === 'digest' ? openEditForm : openAlertEditForm;
      if (only !== undefined) await open(call.deps, place, only.id);
    },
  };
}

export const EDITING = { 'digest.edit': editKind('digest'), 'alert.edit': editKind('alert') };
