import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';

/** The sheet as it prints, its words covered unless asked for. Paper is white in a dark room too. */
export function SheetPaper({ sheet, brand }: { readonly sheet: RecoverySheetView; readonly brand: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="row sheet-cover">
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        <span className="small soft">{isShown ? 'Words shown' : 'Words covered while you type one back'}</span>
        <Button size="small" look="quiet" onPress={() => setShown(!isShown)} aria-pressed={isShown}>
          {isShown ? 'Cover' : 'Show'}
        </Button>
      </div>
      <section className="sheet-paper" aria-label="Recovery sheet">
        <h2>Recovery sheet</h2>
        <p>Roundtable, {brand}</p>
        <ol>
          {sheet.words.map((word, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand on the sheet twice; its number is what it is known by
            <li key={index}>
              <span>{index + 1}</span>
              {isShown ? <b>{word}</b> : <i style={{ width: `${40 + ((index * 17) % 28)}px` }} role="img" aria-label="covered" />}
            </li>
          ))}
        </ol>
        <dl>
          <dt>Made</dt>
          <dd>{formatDayWithYear(sheet.madeAt.slice(0, 10))}</dd>
          <dt>For</dt>
          <dd>{sheet.forName}</dd>
          <dt>Computer</dt>
          <dd>{sheet.computer}</dd>
        </dl>
        <p className="sheet-foot">
          Whoever holds these words can read this scheme. To use them: open Roundtable, choose “Use the recovery sheet”, type the words.
        </p>
      </section>
    </>
  );
}
