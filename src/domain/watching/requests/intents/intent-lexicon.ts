/**
 * Words by what they say of a request, whatever it is of: "axe", "scrap" and "do away with" all take something away. What a message asks for
 * is told by these as well as by the words themselves, so that a word that no message had is read as its like.
 */

const CLASSES = {
  DELETE:
    'delete deleted deletes deleting deletion del remove removed removing removal cancel cancelled canceled cancelling cancellation kill scrap scrapped erase erased discontinue discontinued trash bin binned dismiss dismissed wipe quit cease purge purged retire retired throw ditch lose nix vacate axe axed nuke terminate terminated abolish withdraw withdrawn revoke annul void strike struck yank sunset suppress eliminate destroy rm chop unsubscribe obsolete redundant garbage rubbish dustbin expunge rescind repeal repealed drop dropped stop end junk dump chuck toss shred dissolve decommission unneeded uninstall deregister undo zap obliterate cull dead finished useless superfluous pointless',
  PAUSE:
    'pause paused pausing hold holding mute muted suspend suspended suspense silence quiet quieten halt freeze frozen disable disabled deactivate deactivated skip interrupt snooze snoozed shush hush shut shh shhh dormant rest break sleep sleeping asleep nap park parked withhold withheld postpone defer inactive disturb unplug stall adjourn ice hibernate idle zip gag stash standby timeout',
  RESUME:
    'resume resumed resuming resumption unpause un-pause unpaused unmute unmuted unsnooze unfreeze restart restarted reactivate reactivated reenable re-enable reinstate reinstated enable continue revive revived thaw wake awake awaken restore unsuspend activate rearm re-arm rearmed unblock relaunch reopen proceed recommence resurrect unhold unsilence unhush',
  SEND: 'send sends sent sending post posted posting share deliver delivered publish push drop put forward get bring hand give gives pass pop shoot shove fetch provide supply transmit dispatch issue release fire run rerun trigger show present serve circulate distribute broadcast blast stream beam relay submit render print produce email mail e-mail emailed mailed dm message msg text write',
  REMIND: 'remind reminded reminding update updated brief inform informed subscribe sign',
  NOTIFY:
    'notify notified alert alerted warn warned ping pinged pinging tell told inform informed flag buzz poke nudge shout holler yell beep page signal call advise escalate scream bell ring whistle bark cry alarm hail hear know knock tip',
  EDIT: 'change changed changes changing move moved moving make made switch switched set shift shifted reschedule push bring edit edited update adjust adjusted modify modified turn raise raised lower lowered put amend amended correct corrected correction tweak tweaked increase decrease reduce swap replace replaced replacing point redirect convert extend extended widen narrow reset fix tighten loosen retime route rename revise revised rework alter altered align bump slide tune retune relocate transfer prepone postpone advance delay upgrade substitute exchange read',
  ADD: 'add added adding include included including append insert squeeze stick contain contains plus additionally besides also too',
  LIST: 'list lists listed listing show display see view enumerate overview inventory ls identify disclose count catalogue roster rundown itemize itemise table check look',
  STORE:
    'store stored save saved record recorded log logged note noted enter entered register registered book booked keep kept remember capture insert file filed jot write memorize memorise input put stash quote quoted paid bought offered offer sold',
  EXPORT: 'export exported download dump extract extraction pull serialize serialise backup back-up',
  SETUP:
    'set setup create created make start schedule scheduled configure arrange establish open place define build register enable prepare subscribe activate launch begin need want wish require required desire like',
  WANT: 'want wants wanted need needs needed wish wishes like require requires desire prefer love fancy',
  DIGEST:
    'digest digests post posts posting postings report reports update updates summary summaries briefing briefings reminder reminders roundup roundups round-up message messages mailing mailings newsletter newsletters subscription subscriptions wrap bulletin bulletins mailer feed feeds schedule schedules rundown recap note notes job jobs statement',
  ALERT:
    'alert alerts alarm alarms warning warnings notification notifications trigger triggers threshold thresholds watch watches watcher heads-up headsup signal signals tripwire monitor',
  ONE: 'one ones it that this them those these everything both',
  DEFINITE: 'the my our your his her their',
  INDEFINITE: 'a an another new some any',
  ALL: 'all every each everything both any entire whole',
  ME: 'me us myself',
  I: "i we im i'm we're i'd",
  ASK: "what which whats what's when whens where who whose why how hows",
  MAY: 'can could would will may might shall should must',
  BE: 'is are was were be been being am',
  DO: 'do does did done',
  HAVE: 'have has had having got',
  NOW: 'now immediately asap instantly rightaway straightaway forthwith moment minute second instant rn pronto today',
  AGAIN: 'again back anew',
  UNTIL: 'until till til through before',
  FOR: 'for during',
  NOT: "not no never don't dont doesn't doesnt won't wont cannot can't cant isn't isnt nope nah without neither nor",
  NO_MORE: 'longer anymore more',
  IF: 'if when whenever once should unless provided',
  ABOVE: 'above over exceeds exceed exceeding beyond past tops more higher north greater topping surpasses',
  BELOW: 'below under beneath sub less lower cheaper south fewer',
  RISE: 'rises rise rising climbs jumps gains surges soars spikes increases up rallies grows adds advances rally higher dearer expensive',
  FALL: 'drops falls falling dips sinks slips slides declines decreases loses sheds weakens softens crashes plunges down tumbles lower slide slump slumps tanks cheaper cheap',
  MOVE: 'moves move movement swings swing changes change shifts varies fluctuates crosses crossing hits reaches touches leaves enters breaks passes pass gets goes becomes',
  PRAISE: 'thanks thank thx ty cheers ta great nice good perfect love lovely fine wrong spot',
  PLEASE: 'please pls plz kindly',
  SORRY: 'sorry oops whoops meant mean correction pardon rather instead actually',
  PAST: 'came went rose fell was were did arrived said reached fired sent got had saw told wrote read',
  PRICE: 'price prices pricing quote quotes rate rates level levels figure figures cost costs',
  FILE: 'csv xlsx xls excel json yaml tsv pdf file spreadsheet sheet download table parquet',
} as const;

const CLASSES_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const [name, list] of Object.entries(CLASSES))
    for (const word of list.split(' ')) found.set(word, [...(found.get(word) ?? []), name]);
  return found;
})();

/** Whose meeting in one message says much, in whatever order: what is done, and what with. */
const DONE: ReadonlySet<string> = new Set(
  'DELETE PAUSE RESUME SEND EDIT ADD LIST STORE EXPORT NOTIFY ASK NOW NOT NO_MORE AGAIN UNTIL PRAISE SORRY IF'.split(
    ' ',
  ),
);
const DONE_WITH: ReadonlySet<string> = new Set(
  'DIGEST ALERT ONE PLACE WHEN RULE PRICE METAL FILE NUMBER'.split(' '),
);

/** Whether a clause is an order: its first word says what is to be done, or that something is wanted. @param head What is polite left out */
export function beginsWithOrder(head: string): boolean {
  const [first = ''] = /^[\p{L}'-]+/u.exec(head) ?? [];
  return (CLASSES_OF.get(first) ?? []).some(
    (name) => name === 'SETUP' || (DONE.has(name) && !NO_ORDERS.has(name)),
  );
}
const NO_ORDERS: ReadonlySet<string> = new Set([
  'ASK',
  'NOW',
  'NOT',
  'NO_MORE',
  'AGAIN',
  'UNTIL',
  'PRAISE',
  'SORRY',
  'IF',
]);

/** A word with a hyphen in it is one; a mark or a number stands for itself. */
const TOKEN = /[\p{L}']+(?:-\p{L}+)*|[?!:]|->|=>/gu;
const MARK = /^[^a-z]/u;

/** What the classes of an outline's words say, one after another and together, each a feature's name. @param outline With NUMBER for numbers */
export function classFeatures(outline: string): readonly string[] {
  const classes = (outline.match(TOKEN) ?? []).flatMap((word) => {
    const of = CLASSES_OF.get(word) ?? (MARK.test(word) ? [word] : []);
    return of.length === 0 ? [] : [of];
  });
  const START = ['^'];
  const found: string[] = [];
  for (const [at, of] of classes.entries()) {
    const [last = START, before = START] = [classes[at - 1], classes[at - 2]];
    for (const one of of) {
      found.push(
        `~${one}`,
        ...last.map((other) => `~${other} ${one}`),
        ...before.map((other) => `~${other} _ ${one}`),
      );
      if (at < 2) found.push(`~${at}:${one}`);
    }
  }
  found.push(...(classes.at(-1) ?? []).map((one) => `~${one} $`));
  const all = [...new Set(classes.flat())];
  for (const done of all.filter((one) => DONE.has(one)))
    for (const what of all.filter((one) => DONE_WITH.has(one))) found.push(`~${done} & ${what}`);
  return found;
}
