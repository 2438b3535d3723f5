import type { Grammar } from './types';

export const business: Grammar = {
  slug: 'business',
  hooks: [
    'Set up takes one coffee; nobody needs training.',
    'It was made in the back office of a real shop and still runs there every day.',
    'Prices, taxes and holidays follow the country you work in.',
    'One person or forty, the price per person stays the same.',
    'Everything works without signal and catches up when there is one.',
  ],
  extras: [
    'roles | owner, manager, staff, and an accountant who may only look',
    'CSV export | every list, every column, no ticket to support',
    'audit trail | who changed what, and when',
    'PDF branding | your logo, your colours, your small print',
    'shared inbox | questions from customers where the team can see them',
    'calendar feed | subscribe from any calendar',
  ],
  closers: [
    'Data is kept in the region you choose and can be deleted with one button.',
    'Cancel whenever you like; your records stay readable for seven years.',
    'We answer the phone on weekdays.',
    'Free for charities: write to us.',
  ],
  fixes: [
    'Invoice numbers no longer skip after a deleted draft.',
    'Faster lists for accounts with more than 5,000 customers.',
    'Time zones: a shift that crosses midnight is one shift again.',
    'New: VAT summary by quarter.',
    'Fixed the rounding of a tenth of a cent on mixed tax rates.',
    'Sign-in with a passkey.',
  ],
  praise: [
    'our accountant thanked us, literally',
    'replaced three spreadsheets and one whiteboard',
    'the {feature} <saves/save> me about an hour every Friday',
    'even my least technical colleague got it in a day',
    'support rang me back the same afternoon',
  ],
  gripes: [
    'adding a second location is more clicks than it should be',
    'the {feature} <does/do> not sync until you restart',
    'reports look good on screen and bad on paper',
    'I wish the cheaper plan had more than two users',
    'notifications arrive twice on my phone',
  ],
  settings: [
    'in our bakery',
    'with a team of six',
    'on site',
    'for my freelance work',
    'at the front desk',
    'in two branches',
  ],
  apps: `
= Ledgerline | Invoices that get paid | receipt | $6.99/mo t14
~ Write an invoice in under a minute, see when it was opened, and let Ledgerline send the second reminder so that you stay the friendly one.
+ polite reminders | three tones, sent only on working days
+ time to paid | which customers pay when, learned from your own books
+ recurring invoices | monthly, quarterly, or "when I say so"
# invoice, billing, freelance, payments
@ INV-0214, Overdue 3 days, Paid, Harlow Studio, $1,240
= Shiftwell | Rotas that people can live with | calendar-clock | $3.99/mo
~ Shiftwell fills the rota from wishes, contracts and rest times, then shows everybody the same plan. Swaps need two thumbs and no phone call.
+ fair weekends | counts them, so you do not have to remember
+ swap board | offer a shift, get a yes, done
+ rest check | warns before a late is followed by an early
# rota, shifts, staff, schedule
@ Early, Late, Sat 14, Tomas, Open shift
= Countertop POS | A till for market stalls and small shops | store | free
~ Turn a tablet into a till in ten minutes. Big buttons, honest totals, and it keeps selling when the market's wifi does not.
+ offline sales | a whole Saturday without signal, if need be
+ stock by eye | a photo grid instead of item codes
+ day close | cash, card and difference on one slip
# pos, till, shop, market
@ Sourdough, 2 × Jam, Total 14.50, Cash, Close day
= Fieldnote CRM | Customers, remembered | contact-round | $4.99/mo t14
~ For people who sell by visiting. After each call Fieldnote asks three questions, and before the next visit it gives you the answers back.
+ visit recap | dictate in the car, read it next time
+ gone quiet | customers you have not seen in a while
+ route day | orders the day's visits by road, not by alphabet
# crm, sales, customers, visits
@ Bakker & Sons, Next visit, Gone quiet, Notes, 4 stops
= Quotient | Quotes for builders and makers | ruler | $9.99
~ Measure, multiply, add a margin, send. Quotient knows that a wall has two sides and a job has surprises.
+ parts book | your own prices, with a date so that you know how old they are
+ surprise line | a named reserve your customer can see
+ sign on glass | accepted quotes come back as PDF
# quote, estimate, builder, trade
@ Kitchen, 14.2 m², Labour, Margin 18 %, Accepted
= Standup Clock | Meetings that end | alarm-clock-check | free
~ Everybody gets the same minutes, the ring empties, and the next name lights up. That is the entire app, and it works.
+ speaker ring | fair turns, visible from across the room
+ cost ticker | what this meeting has cost so far, if you dare
# meeting, timer, standup, agile
@ 01:30, Next: Ines, Agenda, 9 people, Overrun
= Tilda Timesheets | Hours for teams that hate timesheets | timer | $2.99/mo
~ Press once when you start, once when you stop. Tilda guesses the project from where you are and what you did yesterday, and is right surprisingly often.
+ Friday check | a two-minute review before hours go to payroll
+ project guess | learned on the device from your habits
+ client report | hours without the embarrassing comments
# timesheet, hours, tracking, payroll
@ 7 h 20 min, Site survey, Friday check, Project 118, Approved
= Parcelhand | Label, weigh and ship from a phone | package | free
~ Photograph the address, choose the box, print the label. Parcelhand compares eleven carriers by price and by how often they are late.
+ late index | how punctual each carrier really was on your routes
+ address fix | catches the missing house number before the courier does
+ batch labels | forty parcels, one sheet
# shipping, labels, parcels, courier
@ To pack 12, 2.4 kg, Label, Carrier, Delivered
= Boardpack | Minutes, motions and votes for boards | gavel | $12.99/mo
~ Papers go out in one bundle, motions are moved and seconded on the record, and the minutes write themselves while you talk.
+ live minutes | decisions as they are made, corrected on the spot
+ secret ballot | properly secret, with a count everybody can check
+ action list | who promised what by when
# board, minutes, governance, voting
@ Agenda, Motion 3, Carried 7–1, Minutes, Action
= Stockroom | Inventory for one storeroom | warehouse | $7.99
~ Not an enterprise system. One storeroom, some shelves, a barcode scanner in your pocket, and a list of what to order on Monday.
+ reorder line | set once per item, learns the season
+ count walk | guides you shelf by shelf and says when you are done
+ bin labels | print them on ordinary stickers
# inventory, stock, barcode, warehouse
@ Shelf C4, 18 left, Reorder, Count, M6 bolts
= Deskful | Share desks without a fight | armchair | $1.99/mo
~ See who is in on Thursday, sit near them, and let go of the desk when you stay home. Parking and lockers too.
+ near me | pick people, get a desk beside them
+ floor sketch | draw your office with a finger
# desk booking, hybrid, office
@ Thursday, Desk 14, Window, 9 in, Book
= Signet | Sign and send documents | signature | $3.49/mo t7
~ A contract arrives, you sign it with a finger, both sides get the same sealed PDF. Signet shows who signed, when, and that nothing changed since.
+ seal check | anyone can verify a document without an account
+ signing order | first them, then us, then the lawyer
+ templates | drag the fields once, use them for ever
# signature, contract, pdf, documents
@ Lease.pdf, Waiting for 1, Sealed, Sign here, Sent
= Guestbook Pro | Reception without a clipboard | door-open | $5.99/mo
~ Visitors type their name, the host gets a message, the badge prints. When the fire alarm goes, you have a list that is right.
+ fire list | who is in the building, on every warden's phone
+ pre-registration | visitors fill it in on the way
# visitors, reception, badge, sign in
@ Welcome, Host: R. Amadi, Badge, 6 in building, Sign out
= Mileage Mouse | Trips for the tax office | car-front | $2.99
~ Notices that you drive, asks once whether it was work, and fills the logbook in the form your tax office accepts.
+ driver log | odometer, purpose and route, locked after seven days
+ one-swipe sort | left is private, right is work
+ year report | PDF and CSV, with the rates of your country
# mileage, logbook, tax, driving
@ 23.4 km, Work, Client visit, March, Report
= Cardfile | Business cards, scanned and forgotten | id-card | $1.99
~ Photograph a stack of cards after the fair. Cardfile reads them, links them to the day and place, and lets you throw the paper away.
+ fair mode | one photo every two seconds, sorted later
+ follow-up | a reminder with the first line already written
# business card, contacts, scanner
@ 32 new, Fair Hall 4, Follow up, Imported, Contact
= Tiny Payroll | Wages for teams under ten | wallet | $8.99/mo t14
~ Hours in, payslips out. Tiny Payroll knows sick pay, holidays and the church tax, and explains every line of a payslip in words.
+ explained payslip | tap a line, read why it is there
+ deadline bell | filings due, three days ahead
+ dry run | see next month before it happens
# payroll, wages, payslip, small business
@ April, Net 1,984, Payslip, 6 people, Filed
`,
};
