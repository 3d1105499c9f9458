/** A stretch of real time, milliseconds since 1970. */
export interface RealStretch {
  readonly from: number;
  readonly to: number;
}

export interface RealMeeting {
  /** When cases were discussed, one entry for each time that one was taken up, with the agencies that it concerns. */
  readonly discussed: readonly (RealStretch & { readonly agencyIds: readonly string[] })[];
  /** When people were in the room, by their agency. Whoever stays throughout by duty is left out. */
  readonly present: readonly (RealStretch & { readonly agencyId: string })[];
}

/**
 * Milliseconds that agencies waited in all: in the room, while a case was discussed that is not theirs. It is measured as
 * the plan measures (`planDay`): an agency counts once however many of its people are there, and the opening, breaks and
 * the pauses between cases count for nobody.
 */
export function realWaiting({ discussed, present }: RealMeeting): number {
  let waited = 0;
  for (const agencyId of new Set(present.map((stretch) => stretch.agencyId))) {
    const here = united(present.filter((stretch) => stretch.agencyId === agencyId));
    const own = united(discussed.filter(({ agencyIds }) => agencyIds.includes(agencyId)));
    const others = united(discussed.filter(({ agencyIds }) => !agencyIds.includes(agencyId)));
    const among = common(here, others);
    // Two cases at one time are a slip of the record; what is an agency's own then is not waiting.
    waited += lengthOf(among) - lengthOf(common(among, own));
  }
  return waited;
}

/** The same time as stretches that neither touch nor overlap, the earliest first. */
function united(stretches: readonly RealStretch[]): readonly RealStretch[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.filter((each) => each.to > each.from).toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function common(ones: readonly RealStretch[], others: readonly RealStretch[]): readonly RealStretch[] {
  return ones.flatMap((one) =>
    others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })).filter(({ from, to }) => to > from),
  );
}

const lengthOf = (stretches: readonly RealStretch[]) => stretches.reduce((sum, { from, to }) => sum + to - from, 0);
