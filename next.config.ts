import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // scripts/serve.ts does it, with Brotli.
  compress: false,
  reactStrictMode: true,
  // Pictures come in their sizes from /media; Next's own optimiser would keep copies that ask nobody who may see them.
  images: { unoptimized: true },
  // Everybody gets title and description in the head at once, not only the robots that Next knows by name.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pino', 'postgres', 'prom-client', 'sharp'],
};

export default config;
