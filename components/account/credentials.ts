import { fetchJson, ProblemError } from '@/lib/http/fetch-json';

/** Signs in with an address and a password; throws ProblemError `invalid_credentials` and its like. */
export const signIn = (email: string, password: string) => post('callback/credentials', { email, password });

/** Ends the session of this browser. */
export const signOut = () => post('signout', {});

// next-auth takes forms with a token of its own, and answers problem documents as the rest of the store does.
async function post(action: string, fields: Record<string, string>): Promise<void> {
  const { body } = await fetchJson<{ csrfToken: string }>('/api/auth/csrf');
  let response: Response;
  try {
    response = await fetch(`/api/auth/${action}`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({ ...fields, csrfToken: body.csrfToken, json: 'true' }),
    });
  } catch {
    throw new ProblemError({ status: 0, code: 'connection_lost' });
  }
  if (response.ok) return;
  const problem = await response.json().catch(() => ({}));
  throw new ProblemError({ code: 'internal_error', ...problem, status: response.status });
}
