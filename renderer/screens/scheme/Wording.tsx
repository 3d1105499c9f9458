import { Select } from '../../components/fields/Select';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { KeptField } from './KeptField';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const wholeNumber = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The name, the marking and the statements that stand on screens and printed pages, and the habits of the conference. */
export function Wording() {
  const { scheme, may } = useScheme();
  const edit = useAction('scheme', 'edit', 'inline');
  const notANumber = async () => ({ ok: false as const, problem: 'This is a whole number.' });
  return (
    <>
      <h2>Name and wording</h2>
      <div className="scheme-fields">
        <KeptField label="Name of the scheme" value={scheme.brand} onSave={(brand) => edit.run({ brand })} />
        <KeptField label="Area" value={scheme.area} onSave={(area) => edit.run({ area })} />
        <KeptField
          label="Protective marking"
          value={scheme.marking}
          onSave={(marking) => edit.run({ marking })}
          hint="On every screen and page."
        />
        <KeptField
          label="Prefix of document numbers"
          value={scheme.documentPrefix}
          onSave={(documentPrefix) => edit.run({ documentPrefix })}
          hint={`Papers are numbered ${scheme.documentPrefix}-2026-031.`}
        />
      </div>
      <h3>Statements</h3>
      <div className="scheme-prose">
        <KeptField
          label="Confidentiality, agreed at the start of each conference"
          value={scheme.confidentiality}
          onSave={(confidentiality) => edit.run({ confidentiality })}
          isProse
        />
        <KeptField label="Purpose" value={scheme.purpose} onSave={(purpose) => edit.run({ purpose })} isProse />
        <KeptField label="Legal basis" value={scheme.legalBasis} onSave={(legalBasis) => edit.run({ legalBasis })} isProse />
      </div>
      <h3>The conference</h3>
      <div className="scheme-fields">
        {may('edit-scheme') ? (
          <Select
            label="Weekday"
            choices={weekdays.map((name, index) => ({ id: String(index + 1), name }))}
            value={String(scheme.meetingWeekday)}
            onChange={(weekday) => void edit.run({ meetingWeekday: Number(weekday) })}
          />
        ) : (
          <div className="field">
            <span className="label">Weekday</span>
            <p>{weekdays[scheme.meetingWeekday - 1]}</p>
          </div>
        )}
        <KeptField
          label="Starts at"
          value={scheme.meetingStartsAt}
          onSave={(meetingStartsAt) => edit.run({ meetingStartsAt })}
          hint="On the 24-hour clock."
        />
        <KeptField
          label="Minutes a case"
          value={String(scheme.minutesPerCase)}
          onSave={(text) => (Number.isNaN(wholeNumber(text)) ? notANumber() : edit.run({ minutesPerCase: wholeNumber(text) }))}
        />
        <KeptField
          label="Weeks between reviews"
          value={String(scheme.reviewWeeks)}
          onSave={(text) => (Number.isNaN(wholeNumber(text)) ? notANumber() : edit.run({ reviewWeeks: wholeNumber(text) }))}
        />
      </div>
    </>
  );
}
