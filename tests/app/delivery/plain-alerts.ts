/**
 * Alerts once more, slowly and plainly, to hold the real ones against: everything is kept in lists in memory and worked out
 * anew each time. Thresholds at which each alert comes and may come again are written out as numbers.
 */
import { addDays } from '#src/domain/measure/days.ts';

/** A day's price of a series; the last of its values is what stands. */
export type Ledger = Map<string, Map<string, number[]>>;

export interface PlainAlert {
  readonly name: string;
  readonly line: string;
  readonly series: string;
  /** Whether a price is past it, and whether it has come back so far that it may fire again. */
  readonly past: (now: Price, before: Price | undefined) => boolean;
  readonly back: (now: Price, before: Price | undefined) => boolean;
  /** Compared with the first price of so many days before. */
  readonly days?: number;
}

export interface Price {
  readonly date: string;
  readonly value: number;
}

interface Seen {
  readonly now: Price;
  readonly before: Price | undefined;
}

export interface PlainFiring extends Seen {
  readonly alert: string;
  readonly firedAt: number;
}

export interface PlainMessage extends PlainFiring {
  /** What its series has when it is posted. */
  readonly newest: Price | undefined;
}

interface State {
  fired: boolean;
  /** What it fired on last; nothing once it is armed. */
  on: PlainFiring | undefined;
}

const LATE_MS = 12 * 3_600_000;

export class PlainAlerts {
  readonly ledger: Ledger = new Map();
  readonly firings: PlainFiring[] = [];
  readonly messages: PlainMessage[] = [];
  private waiting: PlainFiring[] = [];
  private readonly states = new Map<string, State>();
  private readonly alerts: readonly PlainAlert[];

  constructor(alerts: readonly PlainAlert[]) {
    this.alerts = alerts;
    for (const { name } of alerts) this.states.set(name, { fired: false, on: undefined });
  }

  put(series: string, { date, value }: Price): void {
    const days = this.ledger.get(series) ?? new Map<string, number[]>();
    this.ledger.set(series, days);
    const values = days.get(date) ?? [];
    days.set(date, values);
    if (values.at(-1) !== value) values.push(value);
  }

  undo(series: string, date: string): void {
    const days = this.ledger.get(series);
    days?.get(date)?.pop();
    if (days?.get(date)?.length === 0) days.delete(date);
  }

  check(at: number): void {
    for (const alert of this.alerts) {
      const state = this.stateOf(alert.name);
      if (state.on !== undefined && !this.stands(alert, state.on)) {
        this.waiting = this.waiting.filter((firing) => firing !== state.on);
        this.arm(state);
      }
      const seen = this.seen(alert);
      if (seen === undefined) continue;
      if (state.fired && alert.back(seen.now, seen.before)) this.arm(state);
      else if (!state.fired && alert.past(seen.now, seen.before)) {
        state.fired = true;
        state.on = { alert: alert.name, firedAt: at, ...seen };
        this.firings.push(state.on);
        this.waiting.push(state.on);
      }
    }
  }

  deliver(at: number): void {
    for (const firing of this.waiting) {
      const alert = this.alerts.find(({ name }) => name === firing.alert);
      if (alert === undefined) throw new Error('a firing is of an alert');
      const state = this.stateOf(alert.name);
      if (at - firing.firedAt <= LATE_MS && this.stands(alert, firing))
        this.messages.push({ ...firing, newest: this.pricesOf(alert.series).at(-1) });
      else if (state.on === firing) this.arm(state);
    }
    this.waiting = [];
  }

  /** Whether anything is to be posted. */
  waits(): boolean {
    return this.waiting.length > 0;
  }

  private arm(state: State): void {
    state.fired = false;
    state.on = undefined;
  }

  private stateOf(name: string): State {
    const state = this.states.get(name);
    if (state === undefined) throw new Error(`no alert ${name}`);
    return state;
  }

  private pricesOf(series: string): readonly Price[] {
    return [...(this.ledger.get(series) ?? [])]
      .map(([date, values]) => ({ date, value: values.at(-1) ?? 0 }))
      .toSorted((a, b) => a.date.localeCompare(b.date));
  }

  private seen({ series, days }: PlainAlert): Seen | undefined {
    const prices = this.pricesOf(series);
    const now = prices.at(-1);
    if (now === undefined) return undefined;
    if (days === undefined) return { now, before: undefined };
    const from = addDays(now.date, -days);
    return { now, before: prices.find(({ date }) => date >= from && date < now.date) };
  }

  private stands({ series }: PlainAlert, { now, before }: Seen): boolean {
    const is = (price: Price | undefined): boolean =>
      price === undefined || this.ledger.get(series)?.get(price.date)?.at(-1) === price.value;
    return is(now) && is(before);
  }
}
