import { describe, expect, it } from 'vitest';
import { createDedupe } from '#src/platform/dedupe.ts';

const event = (id: string, fields: Record<string, string>) => ({
  type: 'event_callback',
  event_id: id,
  event: { type: 'message', channel: 'D1', channel_type: 'im', ts: '1.0', ...fields },
});

describe('a repetition', () => {
  it('is seen by its event id', () => {
    const isRepeat = createDedupe(() => 0);
    expect(isRepeat(event('Ev1', { ts: '1.0' }))).toBe(false);
    expect(isRepeat(event('Ev1', { ts: '2.0' }))).toBe(true);
  });

  it('is seen by its channel and time, whatever the event', () => {
    const isRepeat = createDedupe(() => 0);
    expect(isRepeat(event('Ev1', {}))).toBe(false);
    expect(isRepeat(event('Ev2', { type: 'app_mention' }))).toBe(true);
    expect(isRepeat(event('Ev3', { channel: 'D2' }))).toBe(false);
  });

  it('is not the mention that comes with a channel’s message', () => {
    const isRepeat = createDedupe(() => 0);
    expect(isRepeat(event('Ev1', { channel: 'C1', channel_type: 'channel' }))).toBe(false);
    expect(isRepeat(event('Ev2', { channel: 'C1', type: 'app_mention' }))).toBe(false);
  });

  it('is not an edit of a message', () => {
    const isRepeat = createDedupe(() => 0);
    expect(isRepeat(event('Ev1', { subtype: 'message_changed' }))).toBe(false);
    expect(isRepeat(event('Ev2', {}))).toBe(false);
  });

  it('is forgotten after an hour, and never seen in what is no event', () => {
    let now = 0;
    const isRepeat = createDedupe(() => now);
    expect(isRepeat(event('Ev1', {}))).toBe(false);
    now = 3_600_001;
    expect(isRepeat(event('Ev1', {}))).toBe(false);
    for (const body of [null, 'text', { command: '/nd' }, { command: '/nd' }]) {
      expect(isRepeat(body)).toBe(false);
    }
  });
});
