const marks = /\p{M}/gu;

/** A part of a bundle id: Android's rules, which are the strictest. */
const part = (text: string) =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^\d+/, '');

const hostOf = (website: string | null) => (website && URL.canParse(website) ? new URL(website).hostname : '');

/** "org.example.tern" from https://www.example.org and "Tern"; what lacks a website begins with the organisation. */
export function suggestBundleId(website: string | null, organization: string, name: string): string {
  const isAddress = /^[\d.]+$|:/.test(hostOf(website));
  const host = isAddress
    ? []
    : hostOf(website)
        .replace(/^www\./, '')
        .split('.')
        .reverse();
  const owner = host.map(part).filter(Boolean);
  const beginning = owner.length >= 2 ? owner : ['app', part(organization) || 'org'];
  const last = part(name);
  return last === '' ? '' : [...beginning, last].join('.').slice(0, 255);
}
