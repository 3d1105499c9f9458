import { cleanLine, plainWords } from '../cell-text';
import { tidyName } from '../read-names';

/** A post that nobody holds, as staff lists have it. */
export const isNobody = (name: string) =>
  /^(vacant|vacancy|post vacant|to be (appointed|recruited|confirmed|filled)|not in post)$/.test(plainWords(name));

/**
 * How a member of staff is called in the scheme, forename first: `THISTLEMOOR, Jo (PC 12)` and `THISTLEMOOR Jo (PC 12)` become
 * `Jo Thistlemoor (PC 12)`. A name that is not turned for certain stays as written.
 */
export function personNameOf(whole: string, surname = '', forenames = ''): string {
  if (surname !== '' || (whole === '' && forenames !== '')) return cleanLine(`${forenames} ${tidyName(surname)}`);
  const [, name = '', rest = ''] = /^(.*?)((?:\s*[([][^()[\]]*[)\]])*)$/s.exec(whole) ?? [];
  return cleanLine(`${turned(name)} ${rest}`);
}

function turned(name: string): string {
  const comma = /^(\p{L}[\p{L}' ’-]*),\s*(\p{L}[\p{L}' ’.-]*)$/u.exec(name);
  if (comma) return `${comma[2]} ${tidyName(comma[1] ?? '')}`;
  // One surname in capitals in front of forenames that are not.
  const capitals = /^(\p{Lu}[\p{Lu}'’-]+) ((?:\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)(?: \p{Lu}[\p{Ll}.]*)*)$/u.exec(name);
  return capitals && !isRank(capitals[1] ?? '') ? `${capitals[2]} ${tidyName(capitals[1] ?? '')}` : name;
}

const isRank = (word: string) => /^(pc|dc|ps|ds|di|dci|ci|insp|sgt|pcso|po|pso|spo|mr|mrs|ms|dr|om|iom)$/i.test(word);
