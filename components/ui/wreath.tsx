const leaf = 'M0 0C2.6-4.4 7.6-6.2 13-4.8 10.2 .6 4.6 2.8 0 0Z';

// Six pairs of leaves on a bough, from its foot upwards: one of each pair outwards, one inwards.
const leaves = Array.from({ length: 6 }, (_, index) => {
  const angle = 112 + index * 23;
  const radians = (angle * Math.PI) / 180;
  const x = Math.round((40 + 31 * Math.cos(radians)) * 10) / 10;
  const y = Math.round((40 + 31 * Math.sin(radians)) * 10) / 10;
  const size = Math.round((1 - index * 0.06) * 100) / 100;
  return { x, y, outwards: angle + 62, inwards: angle + 118, size };
});

function Bough() {
  return (
    <>
      <path d="M38 71A31 31 0 0 1 21 15.5" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" />
      {leaves.map(({ x, y, outwards, inwards, size }) => (
        <g key={x + y} transform={`translate(${x} ${y}) scale(${size})`}>
          <path d={leaf} transform={`rotate(${outwards})`} />
          <path d={leaf} transform={`rotate(${inwards}) scale(0.8 -0.8)`} opacity="0.6" />
        </g>
      ))}
    </>
  );
}

/** A laurel of two boughs, for what stands alone on a page. */
export function Wreath({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 80 80" fill="currentColor" className={className} aria-hidden="true">
      <Bough />
      <g transform="translate(80 0) scale(-1 1)">
        <Bough />
      </g>
    </svg>
  );
}
