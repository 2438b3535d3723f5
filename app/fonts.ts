import localFont from 'next/font/local';

// What a page in English needs comes first; a browser fetches the others only for a page that has their letters. They stand
// before it in --font-sans and --font-serif, because its stand-in from the system would take their letters.

// Every page waits for these two, so they hold what is used: of @fontsource-variable 5.3.0, by subset-font, Geist from 400 to
// 600 (two thirds of the size), Fraunces at the weight of `serif` and the optical size of a heading (a quarter).
const sans = localFont({
  src: './fonts/geist-latin-400-600.woff2',
  variable: '--font-geist',
  weight: '400 600',
  display: 'swap',
});

const sansExtended = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-ext-wght-normal.woff2',
  variable: '--font-geist-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});

const sansCyrillic = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-cyrillic-wght-normal.woff2',
  variable: '--font-geist-cyrillic',
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});

const serif = localFont({
  src: './fonts/fraunces-latin-560.woff2',
  variable: '--font-fraunces',
  weight: '560',
  display: 'swap',
});

const serifExtended = localFont({
  src: './fonts/fraunces-latin-ext-560.woff2',
  variable: '--font-fraunces-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  weight: '560',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = [sans, sansExtended, sansCyrillic, serif, serifExtended]
  .map(({ variable }) => variable)
  .join(' ');
