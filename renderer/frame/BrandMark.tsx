/** A round table and six who sit at it. */
export function BrandMark({ size = 26 }: { readonly size?: number }) {
  const seats = [
    [24.2, 13],
    [18.6, 22.7],
    [7.4, 22.7],
    [1.8, 13],
    [7.4, 3.3],
    [18.6, 3.3],
  ] as const;
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="13" cy="13" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      {seats.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" fill="currentColor" />
      ))}
    </svg>
  );
}
