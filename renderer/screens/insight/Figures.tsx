import { Button } from 'react-aria-components';
import { formatFigure } from '../../../shared/insight/figures';
import type { Picture, Unit } from '../../../shared/insight/picture';

/** Figures of these units count no cases. */
const withoutCases: ReadonlySet<Unit> = new Set<Unit>(['minutes', 'days', 'percent of the area']);

interface FiguresProps {
  readonly picture: Picture;
  readonly onPick: (row: string, series: string) => void;
}

/** The figures of a picture as a table. Each figure above nothing opens the cases behind it. */
export function Figures({ picture, onPick }: FiguresProps) {
  return (
    <section className="figures" aria-label={`Figures of ${picture.title}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{picture.rowsAre}</th>
            {picture.series.map(({ id, name }) => (
              <th key={id} scope="col" className="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              {picture.series.map(({ id, name, unit }, at) => {
                const value = row.values[at] ?? null;
                const words = formatFigure(value, unit);
                return (
                  <td key={id} className="figure">
                    {value === null || value === 0 || withoutCases.has(unit) ? (
                      words
                    ) : (
                      <Button
                        className="figure-button"
                        aria-label={`${words}, ${row.name}, ${name}: show the cases`}
                        onPress={() => onPick(row.id, id)}
                      >
                        {words}
                      </Button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
