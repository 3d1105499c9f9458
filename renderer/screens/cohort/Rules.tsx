import { Link } from 'wouter';
import type { SchemeRules } from '../../../shared/rules/staying';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';

/** What the scheme has decided about staying and leaving. Each change is recorded at once. */
export function Rules({ rules }: { readonly rules: SchemeRules }) {
  const { may } = useScheme();
  const set = useAction('cohort', 'setRules');
  const isOff = !may('edit-scheme');
  const numbers = (from: readonly number[], unit: string) => from.map((number) => ({ id: String(number), name: `${number} ${unit}` }));
  return (
    <div className="form-grid rules-of-staying">
      <div className="wide">
        <p className="label">Custody</p>
        <Segmented
          label="Custody"
          isBoxed
          value={rules.custodyRule}
          onChange={(custodyRule) => (isOff ? undefined : void set.run({ custodyRule }))}
          choices={[
            { id: 'keeps', name: 'Keeps the place' },
            { id: 'review', name: 'Asks for a review' },
          ]}
        />
        <p className="small soft">Custody never ends a place by itself.</p>
      </div>
      <div className="wide">
        <p className="label">Before leaving</p>
        <Segmented
          label="Before leaving"
          isBoxed
          value={rules.stepsDownFirst ? 'step' : 'free'}
          onChange={(id) => (isOff ? undefined : void set.run({ stepsDownFirst: id === 'step' }))}
          choices={[
            { id: 'step', name: 'Step down to light touch first' },
            { id: 'free', name: 'No step needed' },
          ]}
        />
      </div>
      <Select
        label="Staying is argued for after"
        isDisabled={isOff}
        value={String(rules.longStayMonths)}
        onChange={(id) => void set.run({ longStayMonths: Number(id) })}
        choices={numbers(
          [...new Set([6, 12, 18, 24, 36, rules.longStayMonths])].sort((one, other) => one - other),
          'months',
        )}
      />
      <p className="wide small soft">
        How long is kept what is held of people who have left: <Link href={paths.scheme()}>Scheme, Retention</Link>.
      </p>
    </div>
  );
}
