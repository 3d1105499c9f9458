import { correctableInGeneral, correctableOfCase } from '../../documents/minutes-correction';
import type { MinutesView } from '../../documents/views';

/** What a field is called in the minutes; its own words where they no longer hold it. */
export function labelOf(view: MinutesView, position: number, target: string): string {
  const entry = view.cases.find((each) => each.position === position);
  const fields = [...(entry === undefined ? [] : correctableOfCase(entry, [])), ...correctableInGeneral(view, [])];
  return fields.find((each) => each.target === target)?.label ?? target;
}
