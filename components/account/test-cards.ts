/** Cards of the sandbox provider, which moves no money. */
export const testCards = [
  { token: 'sandbox:ok', label: 'Accepted' },
  { token: 'sandbox:card_declined', label: 'Declined' },
  { token: 'sandbox:insufficient_funds', label: 'Not enough money' },
  { token: 'sandbox:expired_card', label: 'Expired' },
];
