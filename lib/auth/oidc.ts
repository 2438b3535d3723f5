import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { Identity } from '@/lib/accounts/identities';
import { env } from '@/lib/env';

const text = z.string().optional().catch(undefined);

const claimsSchema = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  email: text,
  // Some providers write booleans as words.
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: text,
  given_name: text,
  family_name: text,
  preferred_username: text,
});

type Claims = Record<string, unknown> & { sub: string };

/** Name of the store's OpenID Connect provider on the sign-in page; null where none is set up. */
export const oidcName = (): string | null => (env().OIDC_ISSUER ? env().OIDC_NAME : null);

/** The provider of the OIDC_* settings, as next-auth wants it. */
export function oidcProvider(): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    userinfo: {
      // Providers may keep what a scope gives out of the id token.
      request: async ({ client, tokens }) => {
        const idToken = tokens as typeof tokens & { claims(): Claims };
        const claims = idToken.claims();
        if (claims.email !== undefined || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint)
          return claims;
        // The library refuses another person's answer.
        return { ...(await client.userinfo(idToken as Parameters<typeof client.userinfo>[0])), ...claims };
      },
    },
    httpOptions: { timeout: 5_000 },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** Who a provider's claims are about; null when they name nobody. */
export function identityOf(claims: unknown): Identity | null {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return null;
  const {
    iss,
    sub,
    email,
    email_verified: isVerified,
    name,
    given_name,
    family_name,
    preferred_username,
  } = parsed.data;
  const full = [given_name, family_name].filter(Boolean).join(' ');
  const names = [name, full, preferred_username].filter((one): one is string => Boolean(one?.trim()));
  return { issuer: iss, subject: sub, verifiedEmail: (isVerified && email) || null, names };
}

/** What went wrong between the store and the provider, without the request and the secrets that errors carry. */
export function describeOidcError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name}: ${error.message}`.slice(0, 500);
}
