/** The domain in what was typed or pasted: "https://www.example.org/about" is about www.example.org. */
export function domainOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  const address = /^[a-z][a-z0-9+.-]*:\/\//.test(text) ? text : `https://${text}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return (host || text).replace(/\.$/, '');
}
