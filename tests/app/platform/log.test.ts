import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boltLogger, createLog } from '#src/platform/log.ts';

const logTo = (secrets: readonly string[] = []) => {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', secrets, destination: { write: (line) => lines.push(line) } });
  return { log, lines };
};

describe('the log', () => {
  it('writes JSON lines', () => {
    const { log, lines } = logTo();
    log.info({ question: 'price "2024"' }, 'asked');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'asked', question: 'price "2024"' });
  });

  it('hides tokens wherever they stand', () => {
    const hex = fc.stringMatching(/^[a-f0-9]{12,40}$/);
    fc.assert(
      fc.property(
        hex,
        fc.constantFrom('xoxb-', 'xoxp-', 'xapp-1-', 'xoxe.xoxp-', 'lode_'),
        hex,
        (id, kind, secret) => {
          const { log, lines } = logTo([secret]);
          const token = `${kind}${id}`;
          const error = new Error(`refused ${token}`);
          log.error(
            { error, nested: { authorization: `Bearer ${token}`, deep: [token] }, secret },
            `with ${token}`,
          );
          boltLogger(log).warn(error, token, secret);
          expect(lines).toHaveLength(2);
          for (const line of lines) {
            expect(line).not.toContain(token);
            expect(line).not.toContain(id);
            expect(line).not.toContain(secret);
            expect(() => JSON.parse(line)).not.toThrow();
          }
        },
      ),
    );
  });

  it('hides a secret of any signs, as it stands and as an address has it', () => {
    const signs = fc.string({
      minLength: 8,
      unit: fc.constantFrom('"', '\\', '/', '+', '=', '%', ' ', 'a', 'ä'),
    });
    fc.assert(
      fc.property(signs, (secret) => {
        fc.pre(secret.trim() !== '');
        const { log, lines } = logTo([secret]);
        const url = `https://feed.example/?key=${encodeURIComponent(secret)}`;
        log.error({ error: new Error(`no ${secret}`), url }, secret);
        const read: unknown = JSON.parse(lines[0] ?? '');
        expect(read).toMatchObject({ msg: '[redacted]', url: 'https://feed.example/?key=[redacted]' });
        expect(JSON.stringify(read)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  it('hides the addresses that let anyone post', () => {
    const { log, lines } = logTo();
    log.warn('could not reach https://hooks.slack.com/commands/T1/2/abcdef');
    expect(lines[0]).not.toContain('abcdef');
  });
});
