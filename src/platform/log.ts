/** The log: JSON lines on standard output, without secrets, whatever is logged. */
import { LogLevel, type Logger as BoltLogger } from '@slack/bolt';
import { pino, type Logger } from 'pino';

export type Log = Logger;

const REDACTED = '[redacted]';
/** Tokens of Slack and of our API, and the addresses that let anyone who has them post. */
const SECRET_SHAPES = [
  /x(?:ox[a-z]|app)-[\w-]+/g,
  /\blode_[\w-]{12,}/g,
  /(?<=hooks\.slack\.com\/)[^"\s\\]+/g,
];

interface LogOptions {
  readonly level: string;
  /** Values that must not appear, beside everything that looks like a token. */
  readonly secrets?: readonly string[];
  readonly destination?: { write(line: string): unknown };
}

/** How a secret may stand in a line: in its JSON, and in the JSON of an address. */
function formsOf(secret: string): readonly string[] {
  const forms = [secret, encodeURIComponent(secret), new URLSearchParams({ k: secret }).toString().slice(2)];
  const inJson = forms.map((form) => JSON.stringify(form).slice(1, -1));
  return [...new Set(inJson)];
}

/** Every line is searched as a whole: a token inside an error's message or stack is as secret as one in a field. */
export function createLog({ level, secrets = [], destination = process.stdout }: LogOptions): Log {
  // The longest first: one may hold another.
  const forms = secrets.flatMap(formsOf).toSorted((a, b) => b.length - a.length);
  const scrub = (line: string) => {
    const known = forms.reduce((text, secret) => text.replaceAll(secret, REDACTED), line);
    return SECRET_SHAPES.reduce((text, shape) => text.replaceAll(shape, REDACTED), known);
  };
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', '*.authorization', '*.response_url'], censor: REDACTED },
      serializers: { error: pino.stdSerializers.err },
    },
    { write: (line: string) => void destination.write(scrub(line)) },
  );
}

const BOLT_LEVELS: Readonly<Record<string, LogLevel>> = {
  trace: LogLevel.DEBUG,
  debug: LogLevel.DEBUG,
  info: LogLevel.INFO,
  warn: LogLevel.WARN,
};

function words(parts: readonly unknown[]): string {
  return parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' ');
}

/** Slack's libraries log through ours; their level is ours, so they are not asked to set one. */
export function boltLogger(log: Log): BoltLogger {
  const child = log.child({ from: 'slack' });
  return {
    debug: (...parts: unknown[]) => child.debug(words(parts)),
    // What Slack's libraries tell at "info" is of use to their developers, not to who runs Lodestone.
    info: (...parts: unknown[]) => child.debug(words(parts)),
    warn: (...parts: unknown[]) => child.warn(words(parts)),
    error: (...parts: unknown[]) => child.error(words(parts)),
    setLevel: () => {},
    getLevel: () => BOLT_LEVELS[log.level] ?? LogLevel.ERROR,
    setName: () => {},
  };
}
