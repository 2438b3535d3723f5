import type { Grammar } from './types';

export const shopping: Grammar = {
  slug: 'shopping',
  hooks: [
    'It earns nothing from what you buy, which is why it is calm.',
    'Search first, then maybe buy.',
    'Prices include everything you will be asked to pay.',
    'We show where a thing comes from, or say that nobody knows.',
  ],
  extras: [
    'wish list | shared, with secret ticks for presents',
    'returns | dates and labels in one place',
    'price history | two years of it',
    'no tracking | links are clean',
    'loyalty cards | the plastic stays at home',
  ],
  closers: [
    'Buy less, choose well.',
    'No affiliate links. Our income is on the "money" page.',
    'Shops cannot pay to appear.',
    'Happy hunting.',
  ],
  fixes: [
    'Price alarms no longer ring for used goods.',
    'More shops in Brazil and Japan.',
    'Fixed a list that showed bought presents.',
    'Faster scanning in poor light.',
    'Cards open on the lock screen.',
    'Search by picture is better at shoes.',
  ],
  praise: [
    'saved me sixty on a washing machine',
    'the shopping trip takes half the time now',
    'found a chair I had been looking for since 2019',
    'the {feature} <is/are> clever and honest',
    'no pushy notifications, thank you',
  ],
  gripes: [
    'shops near me are missing',
    'prices were out of date twice',
    'the {feature} <sends/send> too many alerts',
    'search shows sold items',
    'needs a way to block sellers',
  ],
  settings: [
    'at the supermarket',
    'for Christmas',
    'for our first flat',
    'at flea markets',
    'with a tight budget',
    'on Saturdays',
  ],
  apps: `
= Aisle Nine | A shopping list that knows the shop | shopping-basket | $1.99
~ It sorts your list the way you walk. After two visits it knows that the eggs are behind the wine.
+ learned route | per shop, without asking
+ voice from the kitchen | "we are out of cumin"
+ shared ticks | two people, no second milk
# shopping list, groceries, supermarket
@ Eggs, Aisle 9, 14 left, Cumin, Ticked
= Second Chance | Used things near you | recycle | free
~ Chairs, prams, bicycles. Photographs must be real, prices must be final, and "is it still there" is a button.
+ still there | one tap, one answer
+ fair price | what it usually goes for
+ carry help | neighbours with a van
# second hand, used, local, marketplace
@ Chair 30, Still there?, 1.4 km, Fair, Reserved
= Price Barometer | Wait or buy? | gauge | free
~ Two years of prices in one needle. It tells you whether today is stormy or fair.
+ needle | wait, buy, or never at this price
+ fake sale alarm | up last week, down today
# price, history, deals, tracker
@ Wait, −12 % in May, Fake sale, 249, Needle
= Flea Market Friday | Every flea market, this weekend | map-pin | free
~ When it opens, whether it rains, and who sells what by six in the morning.
+ stall finder | "lamps" shows who brings lamps
# flea market, antiques, map
@ Sat 06:00, Lamps 4, Dry, 2.2 km, Stalls
= Cobbler & Co. | Find somebody who repairs it | wrench | free
~ Shoes, zips, lenses, toasters. Real workshops with real prices, near your way home.
+ worth it | repair or replace, with the sum
# repair, workshop, shoes
@ Zip 9.00, Worth it, 700 m, Friday, Toaster
= Threadcount | What is this shirt made of? | shirt | $0.99
~ Scan the label. Fibres, mills, washing, and how long it usually lasts.
+ years to go | from forty thousand wardrobes
# clothes, fabric, label, sustainable
@ 62 % cotton, 4 years, 30°, Mill?, Label
= Bundle Buy | Order together, save the boat | users | free
~ Forty neighbours, one lorry, half the price for olive oil. Bundle Buy collects, orders and weighs out.
+ weigh-out day | who gets how much, on one sheet
# group buying, bulk, neighbours
@ Olive oil 5 l, 31 in, Close Fri, Weigh-out, −48 %
= Size Me Once | Your size in every shop | ruler | $1.99
~ Measure yourself on Sunday with a string. Never guess again.
+ shop sizes | 300 brands' real tables
+ return radar | which ones run small
# size, clothes, fit, measure
@ M here, L there, Runs small, 98 cm, Sunday
= Auction Owl | Bid calmly | bird | $3.99
~ You set the limit by day. At night, Auction Owl keeps it.
+ cool limit | cannot be raised after nine
# auction, bidding, antiques
@ Limit 80, 04:12 left, Outbid, Lot 31, Calm
= Market Day | What is fresh at the market | carrot | free
~ Stallholders post a photo at seven. You are there at eight.
+ seven o'clock photos | no stock pictures, ever
# market, farmers, fresh, local
@ 07:04, Strawberries, Stall 6, Last box, Wed
= Giftwise Registry | Ask for what you need | gift | free
~ From any shop, or none: a weekend of babysitting counts.
+ not a thing | time and skills on the list
# registry, wedding, baby, gifts
@ Babysit ×2, Pot, 8 of 20, Thanks, Link
= Card Caddy | Loyalty cards, one wallet | wallet | $0.99
~ Scan, throw away the plastic, tap the right one at the till because it knows where you stand.
+ till sense | the card for this shop, on top
# loyalty cards, wallet, barcode
@ Card 4, Till, 320 points, Scan, Nearby
= Warranty Wren | Everything you own that can break | receipt | $1.49
~ Receipt, serial number, end date. And the letter to write when they say no.
+ the letter | your rights, your country, filled in
# warranty, receipts, rights
@ Kettle, 8 months, Letter, Serial, Valid
`,
};
