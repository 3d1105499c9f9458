import { type Colour, colours, shortColourMeaning } from '../../../shared/language/colour';
import { AgencyCode } from '../../components/AgencyCode';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { useScheme } from '../../data/scheme';
import { type Grouping, groupName, groupOf } from './grouping';
import type { NameLookup } from './sorting';

interface GroupHeadProps {
  readonly grouping: Grouping;
  readonly headKey: string;
  readonly count: number;
  readonly lookup: NameLookup;
}

const isColour = (value: string): value is Colour => (colours as readonly string[]).includes(value);

/** What stands over a group of cases: what they have in common, and how many there are. */
export function GroupHead({ grouping, headKey, count, lookup }: GroupHeadProps) {
  const { agencyOf } = useScheme();
  const value = groupOf(headKey);
  if (grouping === 'colour')
    return (
      <>
        <ColourBadge colour={isColour(value) ? value : null} size={18} withWord />
        <b>{count.toLocaleString('en-GB')}</b>
        <span className="mute cut">{isColour(value) ? shortColourMeaning[value] : 'not decided yet'}</span>
      </>
    );
  return (
    <>
      {grouping === 'lead' && value !== '' ? <AgencyCode agency={agencyOf(value)} /> : null}
      <b>{groupName(grouping, value, lookup)}</b>
      <span className="mute">{count.toLocaleString('en-GB')}</span>
    </>
  );
}
