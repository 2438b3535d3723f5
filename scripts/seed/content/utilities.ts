import type { Grammar } from './types';

export const utilities: Grammar = {
  slug: 'utilities',
  hooks: [
    'Small, quick, finished.',
    'It does what the name says.',
    'No permissions it does not need, and a sentence for each that it does.',
    'Under a megabyte of code.',
    'You will use it twice a year and be glad both times.',
  ],
  extras: [
    'widget | the answer without opening anything',
    'share sheet | works from every other app',
    'no network | it never connects, look for yourself',
    'batch | many at once',
    'shortcuts | part of your automations',
    'one hand | nothing in the upper left corner',
  ],
  closers: [
    'That is all it does.',
    'No account, no analytics, no newsletter.',
    'Ideas welcome; we say no to most of them.',
    'Source of the core is published.',
  ],
  fixes: [
    'Works with the new system version.',
    'Widget refreshes on time.',
    'Less memory, fewer surprises.',
    'Fixed a rounding mistake nobody had reported.',
    'Supports right-to-left languages.',
    'Settings survive a restore.',
  ],
  praise: [
    'does exactly what it says',
    'tiny, instant, free of nonsense',
    'used it at 2 am and it saved me',
    'the {feature} <is/are> so obvious and nobody else has it',
    'should be part of the system',
  ],
  gripes: [
    'widget stops updating',
    'asks for a permission I do not understand',
    'the {feature} stopped working after the update',
    'looks dated',
    'no backup of settings',
  ],
  settings: ['on an old phone', 'at work', 'daily', 'once in a while', 'on my tablet', 'for the whole family'],
  apps: `
= Latchkey | A password safe with one door | key-round | $9.99
~ Everything behind one phrase, stored as one file, wherever you keep files. Audited, boring, quick.
+ one file | open format, any cloud or none
+ breach check | without telling anybody your password
+ emergency envelope | who may open it, and how long they must wait
# password, manager, vault, security
@ 214 logins, Locked, Breached 1, Envelope, Copy
= Spacebar Broom | Free your disk, understand why | broom | $4.99
~ A map of your disk in which big is big. Broom explains what each thing is before it offers to sweep.
+ size map | tap a tile, read what it is
+ never list | things it will not touch
# disk, cleanup, storage, space
@ 41 GB, Caches, Never, Film 2019, Sweep
= Torchlight Plus | A torch that is just a torch | flashlight | free
~ Bright, dim, red, SOS. On before your thumb has left the screen.
+ red for stars | and for not waking anybody
# torch, flashlight, light
@ Red, 20 %, SOS, On, Dim
= Convertible | Units, currencies, clothes sizes | repeat | free
~ Type "3 cups in ml" or "EU 42 in US shoes". No menus.
+ plain typing | as you would ask a friend
+ last rates | offline, with their date
# converter, units, currency, sizes
@ 3 cups, 710 ml, EU 42, 8.5, ¥ → €
= QR, Please | Read and make QR codes | qr-code | free
~ Shows where a code leads before you go. Makes yours without a watermark.
+ where to | the whole address, suspicious parts in red
# qr code, scanner, barcode
@ Leads to, Wifi, Make, Red part, Scan
= Battery Biography | How your battery really is | zap | $1.99
~ Health, heat, habits. Written like a letter from the battery.
+ heat diary | which evening hurt it
# battery, health, charging
@ 87 %, 41°, Letter, Cycle 312, Tonight
= Level & Plumb | Hang a picture straight | ruler | $0.99
~ Spirit level, plumb line, and three nails in a row at equal distance.
+ row of nails | width in, marks out
# level, ruler, tools
@ 0.2°, Plumb, Nail 2, 34 cm, Hold
= File Shepherd | Keep folders tidy by rule | folder | $7.99
~ "Invoices from March go there." Say it once, watch it happen, undo it for a week.
+ dry run | see what would move
+ week of undo | everything, in one list
# files, folders, automation, rules
@ 14 would move, Rule 3, Undo, Invoices, Dry run
= Quick Wipe | Sell your phone without fear | shield-check | $1.99
~ A checklist, an overwrite, and a certificate for people who ask.
+ certificate | what was done, when, to which serial number
# erase, wipe, sell, privacy
@ Step 5, Overwrite, Certificate, Serial, Done
= Wifi Whisperer | Where is the signal? | radar | $3.99
~ Walk through the flat once. Whisperer paints the air and says where the box should stand.
+ air map | by room, by floor
+ neighbour noise | which channel is empty
# wifi, signal, network, map
@ Channel 11, −61 dBm, Kitchen, Move it, Map
= Alarm for Heavy Sleepers | You will get up | alarm-clock | $1.99
~ It asks you to photograph the kettle. It knows the kettle.
+ kettle proof | or sink, or street
+ gentle first | ten minutes of birds before the horn
# alarm, wake up, clock
@ 06:40, Kettle, Birds, Horn, Awake
= Countdown Shelf | Days until the good things | calendar | free
~ A row of small signs: holiday, birthday, due date. Nothing else on the shelf.
+ shelf widget | as many as fit
# countdown, days, events
@ 12 days, Lisbon, Mia 8, Due, Shelf
= Scanline | Scan documents, straight and small | scan-text | $2.99
~ Edge, shadow, finger: gone. A ten-page contract in 300 kilobytes that the office can read.
+ small files | text stays sharp
+ finger remover | because there is always a thumb
# scanner, pdf, documents
@ 10 pages, 312 kB, Thumb, Sign, PDF
= Private Ear | A recorder that forgets on time | mic | $1.99
~ Record, say how long to keep it, and it is gone when you said.
+ keep-for | a day, a month, until I am paid
# recorder, voice, privacy
@ 12:04, Keep 30 d, Gone Fri, Rec, Note
= Ping Garden | Watch your home network grow | network | $2.49
~ Every device is a plant. New ones are marked, sleeping ones wilt, strangers get thorns.
+ thorns | something you have not seen before
# network, devices, scan
@ 14 plants, New!, Printer, Thorns, Wilted
= Unzip Me | Open any archive | archive | free
~ Zip, 7z, rar, tar, and the odd things from 1994. Look inside before unpacking.
+ look inside | and take just one file
# zip, archive, unzip, files
@ 412 files, Look, tar.gz, One file, Locked
= Colour Clock | The time as a colour | clock | free
~ Learn it in a day, read it from across the room.
+ my palette | noon is yours
# clock, colour, ambient
@ 14:20, Orange, Noon, Palette, Dim
= Duplicate Detective | Find the same picture twice | search | $2.99
~ Same, nearly same, same scene a second later. It suggests the one to keep and tells you why.
+ reasons | sharper, eyes open, larger
# duplicates, photos, cleanup
@ 318 pairs, Keep left, Sharper, 2.1 GB, Undo
= Translate This Sign | Point, read | languages | $1.49/mo
~ Signs, menus, washing machines. Forty languages, on the device.
+ washing machines | yes, really, the symbols too
# translate, camera, signs, offline
@ 出口, Exit, 30°, Menu, Point
= Calc Tape | A calculator with a paper roll | calculator | $1.99
~ Every sum stays. Change the third number and the rest corrects itself.
+ live tape | edit anything, totals follow
+ named lines | "rent", "less deposit"
# calculator, tape, sums
@ Rent 840, Total 1,204, Edit, Tax, Tape
= Sleep Timer for Anything | It stops when you do | moon | $0.99
~ Radio, film, fan. Twenty minutes, then silence.
+ shake for more | ten minutes, without opening your eyes
# sleep timer, radio, stop
@ 20:00, Shake, Fan, Fade, Off
= Clip to Paper | Print from any phone | printer | $3.99
~ Finds the printer, tames it, prints one page, on one side, in black.
+ ink saver | grey where it does not matter
# print, printer, wifi
@ 1 page, Black, Found: attic, Tray, Print
= Permission Slip | Who may do what on your phone | shield | free
~ All permissions on one page, with the date when each was last used.
+ last used | microphone, yesterday, 23:14
# privacy, permissions, security
@ Mic 23:14, Location ×4, Revoke, Camera, Never
= Magnifier Moth | A magnifying glass with a lamp | glasses | free
~ Medicine leaflets, splinters, serial numbers. Freeze, turn, read aloud.
+ freeze | then look at leisure
# magnifier, zoom, reading, accessibility
@ 8×, Freeze, Read aloud, Lamp, Yellow
= Backup Bear | Backups you can see | hard-drive | $19.99/yr t30
~ Which files, which day, which disk. Once a month the bear restores one at random to prove it.
+ random proof | a file you can open, every month
+ two places | or it keeps growling
# backup, restore, files, sync
@ Proof OK, 2 places, Tuesday, 418 GB, Restore
= Soil & Seed Sensor Reader | Talk to garden sensors | thermometer | $2.99
~ Reads twelve makes of cheap sensor without their apps.
+ twelve makes | and the list grows
# sensors, garden, bluetooth
@ 18 %, 12.4°, Bed 3, Water, Log
`,
};
