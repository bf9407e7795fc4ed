/**
 * Alerts once more, slowly and plainly, to hold the real ones against: everything is kept in lists in memory and worked out
 * anew each time. Thresholds at which each alert comes and may come again are written out as numbers.
 */
import type { Range } from '#src/domain/measure/figure.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { addDays, daysBetween, isoDate } from '#src/domain/measure/days.ts';

/** A day's prices of a series; the last one is what stands. */
type Ledger = Map<string, Map<string, Range[]>>;

/** @param before The first price of so many days before. @param earlier The lowest and highest of them. */
type Judged = (now: Range, before: Range | undefined, earlier: Range | undefined) => boolean;

export interface PlainAlert {
  readonly name: string;
  /** As one types it, or as data where no line says it. */
  readonly line: string | Rule;
  readonly series: string;
  /** Whether a price is past it, and whether it has come back so far that it may fire again. */
  readonly past: Judged;
  readonly back: Judged;
  /** Compared with the first price of so many days before. */
  readonly days?: number;
  /** It comes once: again only where that came to nothing. */
  readonly once?: true;
  /** The last day on which it comes, as an ISO date. */
  readonly until?: string;
  /** Its message names the price alone, and not what it was held against. */
  readonly isLevel?: true;
}

export interface Price {
  /** An ISO date, or a year. */
  readonly date: string;
  readonly range: Range;
}

export interface PlainFiring {
  readonly alert: string;
  /** The alert's how manieth. */
  readonly count: number;
  readonly firedAt: number;
  readonly now: Price;
  readonly before: Price | undefined;
}

export interface PlainMessage extends PlainFiring {
  /** What its series has when it is posted; nothing where that is no price any more. */
  readonly newest: Price | undefined;
}

/** What is said in the thread of a firing's message. */
export interface PlainFollowing {
  readonly what: 'over' | 'corrected' | 'still';
  readonly weeks: number;
  readonly of: PlainFiring;
  readonly at: number;
}

interface State {
  fired: boolean;
  count: number;
  snoozedUntil: number;
  /** What it fired on last; nothing once it is armed. */
  on: PlainFiring | undefined;
}

const LATE_MS = 12 * 3_600_000;
const NOTICE_LATE_MS = 30 * 24 * 3_600_000;
const DEAD_DAYS = 45;
const WEEK_MS = 7 * 24 * 3_600_000;

export class PlainAlerts {
  readonly ledger: Ledger = new Map();
  readonly firings: PlainFiring[] = [];
  readonly messages: PlainMessage[] = [];
  /** That an alert's quotes have stopped, by the alert and the last day: when its owner was to be told, and whether they were. */
  readonly stopped = new Map<string, { readonly at: number; told: boolean | undefined }>();
  /** Firings that were left out for being late: their owner is told. */
  readonly late: PlainFiring[] = [];
  /** What was posted in threads. */
  readonly followings: PlainFollowing[] = [];
  #waiting: PlainFiring[] = [];
  #followingWaits: PlainFollowing[] = [];
  readonly #told = new Set<string>();
  readonly #over = new Set<PlainFiring>();
  private readonly states = new Map<string, State>();
  private readonly alerts: readonly PlainAlert[];

  constructor(alerts: readonly PlainAlert[]) {
    this.alerts = alerts;
    for (const { name } of alerts)
      this.states.set(name, { fired: false, count: 0, snoozedUntil: 0, on: undefined });
  }

  put(series: string, { date, range }: Price): void {
    const days = this.ledger.get(series) ?? new Map<string, Range[]>();
    this.ledger.set(series, days);
    const ranges = days.get(date) ?? [];
    days.set(date, ranges);
    if (!same(ranges.at(-1), range)) ranges.push(range);
  }

  undo(series: string, date: string): void {
    const days = this.ledger.get(series);
    days?.get(date)?.pop();
    if (days?.get(date)?.length === 0) days.delete(date);
    // What was taken back is kept nowhere: what fired on it is over, even if the same price comes again.
    for (const firing of this.firings) {
      const { now, before } = firing;
      if (this.#seriesOf(firing) === series && [now.date, before?.date].includes(date))
        this.#over.add(firing);
    }
    for (const [name, { told }] of this.stopped) {
      const alert = this.alerts.find((one) => name.startsWith(`${one.name}: `));
      if (alert?.series === series && told !== true) this.stopped.delete(name);
    }
  }

  snooze(alert: string, until: number): void {
    this.stateOf(alert).snoozedUntil = until;
  }

  check(at: number): void {
    for (const alert of this.alerts) {
      const state = this.stateOf(alert.name);
      if (state.snoozedUntil > at) continue;
      if (state.on !== undefined && !this.stands(state.on)) {
        this.#waiting = this.#waiting.filter((firing) => firing !== state.on);
        this.#follow('corrected', state.on, at);
        arm(state);
      }
      const now = this.newest(alert.series);
      if (now === undefined) continue;
      if (isDead(now, at)) {
        const name = `${alert.name}: ${now.date}`;
        if (!this.stopped.has(name)) this.stopped.set(name, { at, told: undefined });
        continue;
      }
      const before = this.before(alert, now);
      const earlier = this.earlier(alert, now);
      if (state.fired && alert.back(now.range, before?.range, earlier)) {
        this.#follow('over', state.on, at);
        arm(state);
      } else if (state.fired && state.on !== undefined) {
        const weeks = Math.floor((at - state.on.firedAt) / WEEK_MS);
        if (
          alert.days === undefined &&
          alert.once !== true &&
          weeks > 0 &&
          now.date > state.on.now.date &&
          alert.past(now.range, undefined, undefined)
        )
          this.#follow('still', state.on, at, weeks);
      } else if (!state.fired && !isEnded(alert, at) && alert.past(now.range, before?.range, earlier)) {
        state.fired = true;
        state.count += 1;
        state.on = { alert: alert.name, count: state.count, firedAt: at, now, before };
        this.firings.push(state.on);
        this.#waiting.push(state.on);
      }
    }
  }

  deliver(at: number): void {
    for (const firing of this.#waiting) {
      const alert = this.alerts.find(({ name }) => name === firing.alert);
      if (alert === undefined) throw new Error('a firing is of an alert');
      const state = this.stateOf(alert.name);
      const newest = this.newest(alert.series);
      const isLate = at - firing.firedAt > LATE_MS;
      if (isLate) this.late.push(firing);
      // What was snoozed meanwhile does not come, and may come after it.
      const isSnoozed = state.snoozedUntil > at;
      if (!isLate && !isSnoozed && this.stands(firing))
        this.messages.push({
          ...firing,
          newest: newest === undefined || isDead(newest, at) ? undefined : newest,
        });
      else if (state.on === firing) arm(state);
    }
    this.#waiting = [];
    for (const following of this.#followingWaits)
      if (this.#isSo(following, at)) this.followings.push(following);
    this.#followingWaits = [];
    for (const notice of this.stopped.values()) notice.told ??= at - notice.at <= NOTICE_LATE_MS;
  }

  /** Once for each, and below a message that was posted. */
  #follow(what: PlainFollowing['what'], of: PlainFiring | undefined, at: number, weeks = 0): void {
    const posted = this.messages.some(({ alert, count }) => alert === of?.alert && count === of.count);
    const name = `${what} ${weeks} ${of?.alert} ${of?.count}`;
    if (of === undefined || !posted || this.#told.has(name)) return;
    this.#told.add(name);
    this.#followingWaits.push({ what, weeks, of, at });
  }

  /** Whether it is so when it is posted, and is no later than twelve hours. */
  #isSo({ what, of, at: since }: PlainFollowing, at: number): boolean {
    const alert = this.alerts.find(({ name }) => name === of.alert);
    if (alert === undefined || at - since > LATE_MS || this.stateOf(alert.name).snoozedUntil > at)
      return false;
    const now = this.newest(alert.series);
    if (what === 'corrected') return true;
    if (now === undefined || isDead(now, at)) return false;
    const before = this.before(alert, now);
    const judged = what === 'over' ? alert.back : alert.past;
    return judged(now.range, before?.range, this.earlier(alert, now));
  }

  /** The series and days of what is to be posted. */
  waiting(): readonly { readonly series: string; readonly date: string }[] {
    return this.#waiting.map((firing) => ({ series: this.#seriesOf(firing), date: firing.now.date }));
  }

  newest(series: string): Price | undefined {
    return this.pricesOf(series).at(-1);
  }

  /** All days of a series that have a price, ascending. */
  days(series: string): readonly string[] {
    return this.pricesOf(series).map(({ date }) => date);
  }

  private stateOf(name: string): State {
    const state = this.states.get(name);
    if (state === undefined) throw new Error(`no alert ${name}`);
    return state;
  }

  private pricesOf(series: string): readonly Price[] {
    return [...(this.ledger.get(series) ?? [])]
      .flatMap(([date, ranges]) => ranges.slice(-1).map((range) => ({ date, range })))
      .toSorted((a, b) => a.date.localeCompare(b.date));
  }

  private before({ series, days }: PlainAlert, now: Price): Price | undefined {
    if (days === undefined) return undefined;
    const from = addDays(now.date, -days);
    return this.pricesOf(series).find(({ date }) => date >= from && date < now.date);
  }

  private earlier({ series, days }: PlainAlert, now: Price): Range | undefined {
    if (days === undefined) return undefined;
    const from = addDays(now.date, -days);
    const all = this.pricesOf(series).filter(({ date }) => date >= from && date < now.date);
    if (all.length === 0) return undefined;
    return {
      low: Math.min(...all.map(({ range }) => range.low)),
      high: Math.max(...all.map(({ range }) => range.high)),
    };
  }

  private stands(firing: PlainFiring): boolean {
    const days = this.ledger.get(this.#seriesOf(firing));
    const is = (price: Price | undefined): boolean =>
      price === undefined || same(days?.get(price.date)?.at(-1), price.range);
    return !this.#over.has(firing) && is(firing.now) && is(firing.before);
  }

  #seriesOf({ alert }: PlainFiring): string {
    return this.alerts.find(({ name }) => name === alert)?.series ?? '';
  }
}

function arm(state: State): void {
  state.fired = false;
  state.on = undefined;
}

const same = (a: Range | undefined, b: Range): boolean => a?.low === b.low && a.high === b.high;

const isEnded = ({ until }: PlainAlert, at: number): boolean => until !== undefined && isoDate(at) > until;

/** A year's figure never is. */
const isDead = ({ date }: Price, at: number): boolean =>
  date.length > 4 && daysBetween(date, isoDate(at)) > DEAD_DAYS;
