import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((v) => v === '1' || v === 'true');

const flagThatIsOn = z
  .enum(['0', '1', 'true', 'false'])
  .default('1')
  .transform((v) => v === '1' || v === 'true');

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    POMONA_DATA_DIR: z.string().min(1).default('.pomona'),
    POMONA_SECRET: z.string().min(32, 'at least 32 characters'),
    POMONA_EMBEDDED: flag,
    POMONA_DEMO: flag,
    POMONA_WORKER: flagThatIsOn,
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
    WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    AMQP_URL: z.url({ protocol: /^amqps?$/ }).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().min(1).max(40).default('single sign-on'),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^[sr]k_(test|live)_\w+$/, 'a secret key of Stripe, sk_… or rk_…')
      .optional(),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_\S+$/, 'the signing secret of a webhook endpoint, whsec_…')
      .optional(),
    STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    S3_BUCKET: z.string().min(1).optional(),
    S3_REGION: z.string().min(1).default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    MEILISEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
    MEILISEARCH_API_KEY: z.string().min(1).optional(),
    MEILISEARCH_INDEX_PREFIX: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/, 'letters, digits, _ and -, at most 60')
      .default('pomona_'),
    BUILD_SCAN_COMMAND: z.string().startsWith('/', 'the full path of a program').optional(),
  })
  .refine((e) => !e.SMTP_URL === !e.MAIL_FROM, { path: ['MAIL_FROM'], message: 'SMTP_URL and MAIL_FROM go together' })
  .refine((e) => !e.OIDC_ISSUER === !e.OIDC_CLIENT_ID && !e.OIDC_ISSUER === !e.OIDC_CLIENT_SECRET, {
    path: ['OIDC_ISSUER'],
    message: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together',
  })
  .refine((e) => !e.STRIPE_SECRET_KEY === !e.STRIPE_WEBHOOK_SECRET, {
    path: ['STRIPE_WEBHOOK_SECRET'],
    message: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together',
  })
  .refine((e) => !e.S3_BUCKET === !e.S3_ACCESS_KEY_ID && !e.S3_BUCKET === !e.S3_SECRET_ACCESS_KEY, {
    path: ['S3_BUCKET'],
    message: 'S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together',
  })
  .refine((e) => !e.S3_ENDPOINT || e.S3_BUCKET, { path: ['S3_ENDPOINT'], message: 'S3_ENDPOINT needs S3_BUCKET' })
  .transform((e) => ({
    ...e,
    PUBLIC_URL: e.PUBLIC_URL.replace(/\/+$/, ''),
    isHttps: e.PUBLIC_URL.startsWith('https:'),
  }));

export type Env = z.infer<typeof schema>;

/** Parses settings; throws one Error that names every problem. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings need attention:\n${problems.join('\n')}`);
}

let parsed: Env | undefined;

/** The settings of this process, read once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** next-auth takes its own address from the request that lib/auth gives it, not from this process's environment. */
export function trustHostOfNextAuthRequests(): void {
  delete process.env.NEXTAUTH_URL;
  process.env.AUTH_TRUST_HOST = '1';
}

/** What a program that the store starts gets of this process's environment: none of its secrets. */
export function environmentForPrograms(): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
