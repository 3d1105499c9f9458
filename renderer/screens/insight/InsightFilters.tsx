import { cohortPartName, cohortParts } from '../../../shared/language/cohort';
import { addDays } from '../../../shared/language/dates';
import { DateField } from '../../components/fields/DateField';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import type { ChosenFilter } from './PicturePanel';

interface InsightFiltersProps {
  readonly filter: ChosenFilter;
  readonly areas: readonly string[];
  readonly firstDay: string;
  readonly today: string;
  readonly onChange: (filter: ChosenFilter) => void;
}

const lengths = [
  { id: 'quarter', name: 'Quarter', days: 90 },
  { id: 'year', name: 'Year', days: 363 },
  { id: 'all', name: 'All', days: null },
] as const;

const all = 'all';

/** Which days, which area, which part of the cohort. */
export function InsightFilters({ filter, areas, firstDay, today, onChange }: InsightFiltersProps) {
  const startOf = (days: number | null) => (days === null ? firstDay : addDays(today, -days));
  const length = filter.to === today ? lengths.find(({ days }) => startOf(days) === filter.from) : undefined;
  return (
    <search className="insight-filters" aria-label="What is counted">
      <Segmented
        label="Period"
        choices={lengths.map(({ id, name }) => ({ id, name }))}
        value={length?.id ?? null}
        onChange={(id) => onChange({ ...filter, from: startOf(lengths.find((one) => one.id === id)?.days ?? null), to: today })}
      />
      <DateField
        label="From"
        value={filter.from}
        onChange={(from) => (from && from <= filter.to ? onChange({ ...filter, from }) : undefined)}
      />
      <DateField
        label="To"
        value={filter.to}
        onChange={(to) => (to && to >= filter.from && to <= today ? onChange({ ...filter, to }) : undefined)}
      />
      {areas.length > 1 ? (
        <Select
          label="Area"
          choices={[{ id: all, name: 'All areas' }, ...areas.map((area) => ({ id: `area ${area}`, name: area }))]}
          value={filter.area === null ? all : `area ${filter.area}`}
          onChange={(id) => onChange({ ...filter, area: id === all ? null : id.slice('area '.length) })}
        />
      ) : null}
      <Select
        label="Cohort"
        choices={[{ id: all, name: 'All parts' }, ...cohortParts.map((id) => ({ id, name: cohortPartName[id] }))]}
        value={filter.cohortPart ?? all}
        onChange={(id) => onChange({ ...filter, cohortPart: cohortParts.find((part) => part === id) ?? null })}
      />
    </search>
  );
}
