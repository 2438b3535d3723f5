import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pino', 'postgres', 'prom-client', 'sharp'],
};

export default config;
