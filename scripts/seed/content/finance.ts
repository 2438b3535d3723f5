import type { Grammar } from './types';

export const finance: Grammar = {
  slug: 'finance',
  hooks: [
    'Nothing is sold to you in here: no cards, no loans, no "offers".',
    'Your numbers stay on your device and are encrypted when they travel.',
    'Built for people who would rather be doing something else.',
    'You can enter everything by hand, or import what your bank exports.',
    'It speaks plainly: money in, money out, what is left.',
  ],
  extras: [
    'bank import | CSV, QIF, OFX and MT940, with rules that learn',
    'app lock | face, finger or a code',
    'currencies | 150, with the rate of the day it happened',
    'shared books | two people, one budget, separate secrets',
    'year report | for you or for the tax office',
    'widgets | one number on the home screen',
  ],
  closers: [
    'We do not sell data. We sell an app.',
    'Not financial advice, just arithmetic done well.',
    'Export is one button and always will be.',
    'If you leave, your file opens in any spreadsheet.',
  ],
  fixes: [
    'Imports recognise the new format of three German banks.',
    'Fixed a cent that went missing when splitting by three.',
    'Budgets can start on payday.',
    'Faster opening with more than ten years of data.',
    'Transfers between own accounts are matched by themselves.',
    'Charts can be read by screen readers.',
  ],
  praise: [
    'we know where the money goes for the first time in years',
    'paid off my card with the plan it made',
    'import from my bank just worked',
    'the {feature} changed how I shop',
    'calm and honest, no upselling',
  ],
  gripes: [
    'my bank is not supported for import',
    'categories take a while to set up',
    'the {feature} <rounds/round> strangely',
    'needs a proper desktop version',
    'sync with my partner is a bit slow',
  ],
  settings: [
    'with my wife',
    'as a student',
    'for our household',
    'for two years now',
    'since I went freelance',
    'for the holiday budget',
  ],
  apps: `
= Saltcellar | A household budget for two | piggy-bank | $4.99/mo t14
~ Some money is mine, some is yours, most is ours. Saltcellar keeps the three apart without making anybody explain a coffee.
+ mine, yours, ours | split by income, by half, or by heart
+ payday plan | every coin has a job by breakfast
+ quiet category | totals without details, for presents
# budget, couples, household, money
@ Ours, Rent, €412 left, Payday, Groceries
= Pennywhistle | Pocket money that teaches something | coins | $1.99/mo
~ Three jars: spend, save, give. Parents pay in, children decide, and nobody carries coins to school.
+ three jars | moved with a finger, with a sound they love
+ wish pictures | the bicycle gets clearer as the jar fills
+ chore deals | agreed in advance, no arguing after
# pocket money, kids, allowance, saving
@ Save jar, 14.50, Bicycle, Chores, Give
= Tally Ho | Split bills on holiday | split | free
~ Who paid for the ferry? Write it down in two taps; at the end Tally Ho finds the fewest payments that settle it all.
+ fewest payments | five friends, two transfers
+ odd shares | Ana had no wine, Ben stayed two nights
+ any currency | with the rate of that day
# split, bills, travel, friends, expenses
@ Ferry 84.00, Ana owes 12, Settle, 5 people, Lisbon
= Compound | See what saving becomes | chart-line | free
~ Move one slider and watch thirty years answer. Fees, inflation and bad luck included.
+ bad luck slider | starts with the worst ten years on record
+ fee eater | what 1% really takes
# savings, interest, retirement, calculator
@ 30 years, 4.1 %, Fees −61k, 2054, Slider
= Owed | Remember who borrowed what | hand-coins | $0.99
~ Money, books, drills. Owed keeps the list and asks for you, kindly, after a while.
+ kind reminder | you choose how kind
# debts, lending, reminder, iou
@ Drill, Samir, 20.00, Since May, Remind
= Rainday | Build an emergency fund, week by week | umbrella | $2.99
~ It starts with five. Rainday learns what a normal week leaves over and puts a little of it out of reach.
+ weekly nudge | never more than last week left over
+ months safe | how long you would last, in one number
# savings, emergency fund, goal
@ 2.4 months, This week 18, Goal, Safe, Streakless
= Stockpot | A portfolio on one calm page | chart-candlestick | $5.99
~ No tickers crawling by. Once a day, after markets close, Stockpot says what you own, what it did and what it paid you.
+ once a day | the only refresh is in the evening
+ dividend calendar | what is paid when, after tax
+ true return | money-weighted, fees and all
# portfolio, stocks, dividends, etf
@ +0.4 % today, Dividend 14 May, True return, 11 holdings, Close
= Freelance Float | Income that jumps, paid like a wage | waves | $3.99/mo t14
~ Invoices go in when they come, a steady wage goes out every month, and the tax is set aside before you see it.
+ tax pot | the right share, the day money arrives
+ smooth wage | the highest you can pay yourself safely
# freelance, tax, income, self employed
@ Wage 2,400, Tax pot, 3.1 months, Invoice in, April
= Receipt Roll | Photograph receipts, forget receipts | receipt-text | $1.99
~ Shop, date, sum, tax: read on the device, sorted by month, ready for the tax return.
+ long receipts | scroll the camera, it stitches
+ warranty bell | two weeks before it runs out
# receipts, scanner, tax, expenses
@ 34.20, Hardware, Warranty, April, 118 receipts
= Mortgage Map | What the house really costs | house | $2.99
~ Rate, term, overpayment, and the year you are free. Change one, see all.
+ overpay finder | the month where a little does most
+ compare offers | three banks, one table, true cost
# mortgage, loan, house, calculator
@ 2041, 3.4 %, Overpay 100, Saved 18k, Offer B
= Subwatch | Find the subscriptions you forgot | bell-ring | $1.99
~ Give it a bank export. Subwatch finds everything that comes back every month and what it costs you in a year.
+ rise alert | which one quietly became dearer
+ cancel notes | where the button is hidden, by service
# subscriptions, recurring, cancel
@ 14 found, 1,104 a year, Gym, Rose 2.00, Cancel
= Cash Envelope | The oldest budget in the world | mail | $3.99
~ Eight envelopes, real limits, nothing else. When it is empty, it is empty.
+ envelopes | drag from one to another, it asks why
+ payday fill | the same split every month
# budget, envelopes, cash
@ Food 81, Fun 12, Refill, Empty, Move
= Harbour Wallet | All your accounts, one tide table | anchor | $2.49/mo
~ What comes in, what goes out, and the lowest point before payday, drawn as a tide.
+ low tide | the day it gets tight, three weeks ahead
+ standing bills | detected and drawn in
# accounts, cash flow, forecast, bills
@ Low tide 26th, 318, Rent, Payday, Forecast
= Coinroll | Collect and value coins | badge-cent | $3.99
~ Photograph both sides. Coinroll names the coin, the mint and the year, and says what similar ones fetched.
+ two-side scan | in daylight it is right nine times in ten
+ album | holes waiting for what you lack
# coins, numismatics, collection
@ 1936, Mint D, Very fine, Album, 24 gaps
= Tithe | Give away a share, well | gift | free
~ Decide on a share of what you earn. Tithe keeps count, splits it between causes and writes the yearly list.
+ share keeper | percent in, causes out
+ year list | with receipts, for the tax office
# giving, charity, donations
@ 2 %, Food bank, 3 causes, Given 240, Year
= Interval Trader's Journal | Write down why you traded | notebook-tabs | $9.99
~ Not another broker. A journal that asks for your reason before, your feeling after, and shows which reasons made money.
+ reason tags | what worked for you, not for a guru
+ cold review | opens a trade again after thirty days
# trading, journal, investing
@ Reason, Held 4 d, Cold review, +1.2 R, Note
= Wageglass | Know your payslip | search-check | free
~ Scan it. Each line is explained and checked against the rules of your country.
+ line by line | in words you would use
+ error finder | wrong band, missing allowance, odd hours
# payslip, tax, wages
@ Line 8, Tax band, OK, Question, June
= Odd Jobs Ledger | Books for a very small business | book-a | $6.99
~ Income, expenses, a drawer of receipts and the three numbers the tax office wants. Nothing else.
+ three numbers | turnover, cost, profit, always visible
+ drawer | receipts attached to lines by themselves
# bookkeeping, small business, tax
@ Profit 1,180, Drawer, Q2, Expense, Income
= Euro Count | Cash counter for tills and clubs | banknote | $0.99
~ Type how many of each note and coin; read the sum, the deposit slip and the difference.
+ shift compare | yesterday's count beside today's
# cash, counter, till
@ 20 × 14, Total 612.40, Slip, Diff 0.00, Shift
= Crowfund Tracker | Follow what you have backed | bird | free
~ Every project you put money into, what was promised, and how late it is.
+ lateness | measured, with an average per maker
# crowdfunding, tracker, backer
@ Late 4 mo, Backed 19, Lamp, Shipped, Update
`,
};
