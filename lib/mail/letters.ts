/** What a letter says depends on its kind; every one carries a link that works once. */
export type Letter =
  | { kind: 'verify_email'; link: string }
  /** `isSignUp`: somebody tried to sign up with the address of this account. */
  | { kind: 'reset_password'; link: string; isSignUp?: boolean }
  /** `isToOrganization`: into an organisation, for whoever has an account or makes one. */
  | { kind: 'invitation'; link: string; isToOrganization?: boolean };

type Text = { subject: string; body: string };

/**
 * Subject and plain text of a letter. Nothing in it was typed by the person who caused it, a name for instance:
 * anybody can have a letter sent to an address that is not theirs.
 */
export function textOf(letter: Letter, storeName: string): Text {
  const [subject, ...paragraphs] = partsOf(letter, storeName);
  return { subject, body: `${['Hello,', ...paragraphs, storeName].join('\n\n')}\n` };
}

function partsOf(letter: Letter, storeName: string): [string, ...string[]] {
  if (letter.kind === 'verify_email') {
    return [
      `Confirm your address for ${storeName}`,
      `thank you for joining ${storeName}. Please confirm that this address is yours:`,
      letter.link,
      'The link works once, within 24 hours. If you did not sign up, ignore this letter: without the link nobody can use the account.',
    ];
  }
  if (letter.kind === 'invitation' && letter.isToOrganization) {
    return [
      `You are invited to an organisation at ${storeName}`,
      `you are invited to join an organisation that publishes apps at ${storeName}. See which one, and join it, here:`,
      letter.link,
      'The link works once, within 7 days. If you expected no such letter, ignore it: nothing happens without the link.',
    ];
  }
  if (letter.kind === 'invitation') {
    return [
      `You are invited to ${storeName}`,
      `you are invited to join ${storeName}. Make your account here:`,
      letter.link,
      'The link makes one account, within 7 days.',
    ];
  }
  if (letter.isSignUp) {
    return [
      `You already have an account at ${storeName}`,
      `somebody, probably you, tried to sign up at ${storeName} with this address. It has an account already: sign in with it, or choose a new password here:`,
      letter.link,
      'The link works once, within 30 minutes. If it was not you, ignore this letter: nothing has changed.',
    ];
  }
  return [
    `Choose a new password for ${storeName}`,
    `somebody, probably you, asked for a new password for your account at ${storeName}. Choose it here:`,
    letter.link,
    'The link works once, within 30 minutes. If it was not you, ignore this letter: your password stays as it is.',
  ];
}
