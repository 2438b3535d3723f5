import pino from 'pino';
import { env } from './env';

export type Logger = pino.Logger;

const store = globalThis as typeof globalThis & { pomonaLogger?: Logger };

/** JSON lines on standard output, with secrets, tokens and addresses of people removed. */
export function logger(): Logger {
  store.pomonaLogger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'email',
        'password',
        'token',
        'secret',
        'cookie',
        'authorization',
        '*.email',
        '*.password',
        '*.token',
        '*.secret',
        '*.cookie',
        '*.authorization',
      ],
      censor: '[redacted]',
    },
  });
  return store.pomonaLogger;
}
