import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

const bark = 'light-dark(oklch(0.5 0.045 55), oklch(0.5 0.04 55))';
const skin = 'light-dark(oklch(0.57 0.185 20), oklch(0.58 0.17 20))';
const skinShade = 'light-dark(oklch(0.5 0.175 18), oklch(0.49 0.155 18))';
const pith = 'light-dark(oklch(0.95 0.03 70), oklch(0.86 0.045 70))';
const leafLight = 'light-dark(oklch(0.66 0.13 150), oklch(0.62 0.12 152))';
const leafDark = 'light-dark(oklch(0.52 0.12 152), oklch(0.48 0.1 152))';
const reed = 'light-dark(oklch(0.78 0.07 75), oklch(0.55 0.05 70))';
const reedShade = 'light-dark(oklch(0.69 0.075 70), oklch(0.46 0.045 68))';

const body = 'M0-34c26 0 43 16 43 41S26 49 0 49-43 32-43 7s17-41 43-41Z';
const crown = 'M-15-30-21-50c-.8-2.4 2-4.4 4-2.9L-8-47-2-55c1-1.4 3-1.4 4 0l6 8 9-5.9c2-1.5 4.8.5 4 2.9L15-30Z';
const leaf = 'M0 0C8-13 26-19 46-14 34 2 15 8 0 0Z';
const seed = 'M0-8C5-8 7-2 7 2.5 7 7 4 9.5 0 9.5S-7 7-7 2.5C-7-2-5-8 0-8Z';

type At = { x: number; y: number; turn?: number; size?: number };

const place = ({ x, y, turn = 0, size = 1 }: At) => `translate(${x} ${y}) rotate(${turn}) scale(${size})`;

function Leaf({ isDark = false, ...at }: At & { isDark?: boolean }) {
  return (
    <g transform={place(at)}>
      <path d={leaf} fill={isDark ? leafDark : leafLight} />
      <path d="M3-1C16-4 28-9 40-12" stroke="var(--paper)" strokeWidth="1.5" opacity="0.5" />
    </g>
  );
}

function Fruit(at: At) {
  return (
    <g transform={place(at)}>
      <path d={crown} fill={skinShade} transform="translate(0 17) rotate(180) scale(0.9)" />
      <path d={body} fill={skin} />
      <path d="M18-29C34-22 43-9 43 7 43 32 26 49 0 49c-9 0-17-2-24-6C20 42 36 12 18-29Z" fill={skinShade} />
      <path d="M-29-4c2-8 8-14 16-16" stroke={pith} strokeWidth="4" strokeLinecap="round" opacity="0.6" />
    </g>
  );
}

function Seeds({ spots }: { spots: readonly At[] }) {
  return spots.map((spot) => (
    <g key={`${spot.x} ${spot.y}`} transform={place(spot)}>
      <path d={seed} fill={skin} />
      <path d="M-3-1c0-2 1-4 2-5" stroke={pith} strokeWidth="1.6" strokeLinecap="round" opacity="0.8" />
    </g>
  ));
}

function OpenFruit(at: At) {
  return (
    <g transform={place(at)}>
      <path d={crown} fill={skinShade} />
      <path d={body} fill={skin} />
      <path d="M-30-6c8-12 20-8 28-14 10-4 26 0 31 14 6 18-6 42-27 45C-22 42-38 16-30-6Z" fill={pith} />
      <Seeds
        spots={[
          { x: -15, y: 0, turn: -30 },
          { x: 1, y: -6, turn: 4 },
          { x: 16, y: 0, turn: 32 },
          { x: -13, y: 19, turn: -62 },
          { x: 4, y: 13, turn: 10 },
          { x: 18, y: 18, turn: 58 },
          { x: 0, y: 31, turn: 170, size: 0.9 },
        ]}
      />
    </g>
  );
}

function Scene({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 480 400" fill="none" aria-hidden="true" className={cx('h-auto w-full', className)}>
      <path
        d="M240 22c92-6 186 52 196 150 8 84-54 158-158 168-104 9-214-30-232-124C28 112 138 28 240 22Z"
        fill="var(--accent-soft)"
      />
      {children}
    </svg>
  );
}

/** A branch with one fruit fewer than it has stems: what was here has fallen. */
export function MissingFruit({ className }: { className?: string }) {
  return (
    <Scene className={className}>
      <path d="M22 340h436" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      <path d="M0 84C96 52 190 96 286 84c70-9 116-34 180-30-58 12-100 38-172 52C196 124 92 82 0 112Z" fill={bark} />
      <path
        d="M122 92c4 16 2 26-2 38M262 104c4 14 3 24 0 34M384 78c4 12 3 18 0 26"
        stroke={bark}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <Leaf x={70} y={84} turn={-40} isDark />
      <Leaf x={122} y={96} turn={28} size={1.15} />
      <Leaf x={158} y={90} turn={-62} size={1.1} />
      <Leaf x={214} y={94} turn={-18} isDark size={0.9} />
      <Leaf x={262} y={110} turn={36} isDark size={1.05} />
      <Leaf x={258} y={108} turn={132} size={0.95} />
      <Leaf x={330} y={80} turn={-70} isDark />
      <Leaf x={384} y={86} turn={14} size={1.05} />
      <Leaf x={430} y={60} turn={-44} size={0.9} />
      <Fruit x={120} y={176} turn={4} size={1.12} />
      <Fruit x={384} y={140} turn={-5} size={0.9} />
      <g transform={place({ x: 262, y: 182 })}>
        <path d={body} stroke="var(--line-strong)" strokeWidth="2.5" strokeDasharray="2 8" strokeLinecap="round" />
      </g>
      <ellipse cx="272" cy="342" rx="70" ry="7" fill="var(--ink)" opacity="0.1" />
      <OpenFruit x={266} y={292} turn={-24} />
      <Seeds
        spots={[
          { x: 338, y: 331, turn: 70 },
          { x: 362, y: 333, turn: 104, size: 0.9 },
          { x: 192, y: 332, turn: -80, size: 0.95 },
        ]}
      />
    </Scene>
  );
}

/** A basket that has tipped over: something went wrong, and nothing is lost. */
export function SpilledBasket({ className }: { className?: string }) {
  return (
    <Scene className={className}>
      <path d="M22 340h436" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      <ellipse cx="226" cy="342" rx="180" ry="8" fill="var(--ink)" opacity="0.1" />
      <g transform="translate(150 250) scale(-1 1) rotate(-62)">
        <path d="M-70-52C-70-150 70-150 70-52" stroke={reedShade} strokeWidth="11" strokeLinecap="round" />
        <ellipse cx="0" cy="-52" rx="88" ry="26" fill={reedShade} />
        <Fruit x={26} y={-62} turn={28} size={0.7} />
        <path d="M-88-52c0 60 14 104 34 128h108c20-24 34-68 34-128-8 34-168 34-176 0Z" fill={reed} />
        <path
          d="M-84-14c40 24 128 24 168 0M-76 22c40 22 112 22 152 0M-64 54c36 16 92 16 128 0M-46-34-34 74M0-27V76M46-34 34 74"
          stroke={reedShade}
          strokeWidth="4"
          strokeLinecap="round"
        />
      </g>
      <Leaf x={268} y={334} turn={-8} isDark />
      <Fruit x={306} y={291} turn={-58} />
      <OpenFruit x={404} y={301} turn={-30} size={0.8} />
      <Seeds
        spots={[
          { x: 256, y: 332, turn: 84, size: 0.9 },
          { x: 452, y: 333, turn: 100, size: 0.9 },
        ]}
      />
    </Scene>
  );
}
