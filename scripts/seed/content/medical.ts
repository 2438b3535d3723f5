import type { Grammar } from './types';

export const medical: Grammar = {
  slug: 'medical',
  hooks: [
    'It is a tool for people, not a diagnosis.',
    'Everything is encrypted on the device; sharing is one document at a time.',
    'Reviewed every spring by practising doctors and pharmacists.',
    'Large type, strong contrast, and no dark corners.',
    'Sources are named under every figure.',
  ],
  extras: [
    'doctor report | two pages, no decoration',
    'carer access | see that it was taken, nothing else',
    'emergency card | on the lock screen',
    'offline | wards have bad signal',
    'paper copy | prints as a table that fits the folder',
  ],
  closers: [
    'This app does not replace a doctor. In an emergency call your emergency number.',
    'Clinical sources: see "About", page by page.',
    'Hospitals: ask us for the managed edition.',
    'Made with patients, tested with patients.',
  ],
  fixes: [
    'Reminders ring when the phone is in focus mode, if you allow it.',
    'Units can be set per value.',
    'Fixed a dose shown twice after changing time zone.',
    'Updated reference ranges (spring).',
    'The report fits on two pages with long histories.',
    'Voice entry for numbers.',
  ],
  praise: [
    'my doctor asked which app made the report',
    'dad has not missed a tablet since',
    'clear and serious, no gimmicks',
    'the {feature} <is/are> a real help on the ward',
    'I feel in control of it for the first time',
  ],
  gripes: [
    'my meter does not connect',
    'too many confirmations',
    'the {feature} reminder came an hour late',
    'units default to the wrong system',
    'could be easier for older people',
  ],
  settings: ['for my father', 'on night shift', 'with type 1', 'after the diagnosis', 'as a nurse', 'for three years'],
  apps: `
= Pillbox Companion | The right tablet at the right time | pill | $1.99/mo t14
~ Scan the packet, and it knows shape, dose and what it does not go with. If a dose is missed, it asks before it alarms anybody.
+ packet scan | name, strength and leaflet
+ quiet escalation | you first, then your daughter
+ refill day | counts down what is left
# medication, reminder, pills, family
@ 08:00, 2 tablets, Taken, Refill in 6, Scan
= Sugar Curve | Diabetes diary without homework | droplet | $2.99/mo
~ Reads the sensor, learns your meals by photo, and shows the hour where yesterday went wrong.
+ meal echo | last time you ate this, this happened
+ low guard | a louder alarm for nights
# diabetes, glucose, insulin, diary
@ 6.4, Meal echo, 2 u, Low guard, In range 71 %
= Ward Round | A junior doctor's pocket | stethoscope | $14.99
~ Scores, doses, antidotes and the phone list. Ward Round opens to what you used at this hour last night.
+ dose check | weight, kidney, age, in that order
+ handover sheet | jobs that survive the shift
# doctors, dosing, scores, hospital
@ eGFR 44, Dose check, Bed 12, Handover, 03:20
= Wound Diary | Photographs that measure healing | bandage | $4.99
~ The same angle, the same light, a ruler drawn by the app. Nurses see the curve instead of guessing.
+ ghost frame | last week's outline guides this week's photo
+ area curve | cm², week by week
# wound, nursing, photo, healing
@ 3.1 cm², Week 5, Ghost, Curve, Left heel
= Pressure Point | Blood pressure, taken properly | heart-pulse | $1.99
~ Sit, wait, arm on the table. Pressure Point walks you through it, because most home readings are wrong.
+ proper minute | two readings, averaged
+ report for the doctor | fourteen days on one page
# blood pressure, heart, diary
@ 128/79, Sit 5 min, Average, Day 9, Report
= Allergy Passport | Say it in thirty languages | shield-check | $2.99
~ "I cannot eat nuts, not even traces", written by native doctors and shown in letters a waiter can read.
+ waiter card | large, clear, polite
+ emergency page | what to inject, where, and whom to call
# allergy, travel, card, translate
@ Nuts, Thai, Waiter card, Pen left thigh, 112
= Cycle & Signal | Fertility by measured signs | thermometer | $3.99/mo
~ Temperature and mucus, the sympto-thermal way, with the rules printed under every answer.
+ rule shown | why today counts as it does
+ no cloud | the chart never leaves your phone
# fertility, cycle, temperature
@ 36.52, Day 14, Rule 2, Chart, Open
= First Aid Now | What to do in the next minute | siren | free
~ One question at a time, in huge letters, with a beat for compressions. Learn it before you need it.
+ beat | 110 a minute, through the speaker
+ where am I | address and coordinates to read out
# first aid, emergency, cpr
@ Breathing?, Call 112, Push, 110/min, Where am I
= Tremor Log | Follow Parkinson's between visits | activity | $3.49/mo
~ A spiral, a tap test and a sentence, three times a day. The neurologist sees the wave between two appointments.
+ spiral test | drawn with a finger, measured
+ on and off | marks when the tablet works
# parkinson, tremor, diary
@ Spiral, On 14:20, Tap 42, Wave, Visit
= Ear to Ear | Check your hearing honestly | ear | $1.99
~ Calibrated for common headphones. Says "have it tested" early and "you are deaf" never.
+ speech in noise | the test that matters at a party
# hearing, test, ears
@ 4 kHz, Left, 25 dB, In noise, Repeat
= Anatomy Slate | Draw on the body, explain to the patient | bone | $19.99
~ Peel, turn, mark. Surgeons draw the cut, patients take the drawing home.
+ take-home page | your sketch with plain words
+ layers | skin to bone with one finger
# anatomy, surgery, education
@ Knee, Layer 3, Sketch, Take home, Meniscus
= Vaccine Book | Every jab in the family | syringe | free
~ Photograph the yellow book. Vaccine Book reads the stamps and says what is due before the trip.
+ trip check | country in, gaps out
+ stamp reader | even the doctor's handwriting, mostly
# vaccination, travel, family, record
@ Tetanus 2029, Mia, Trip: Peru, Due, Stamp
`,
};
