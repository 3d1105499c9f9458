import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CaseFields } from '../../../shared/views/case';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { type CaseFieldName, type CaseFieldValue, caseFields, fieldWords } from './case-fields';
import { FieldEditor } from './FieldEditor';
import { FieldHistory } from './FieldHistory';

interface CaseFieldProps {
  readonly caseId: string;
  readonly fields: CaseFields;
  readonly name: CaseFieldName;
  /** Shown in place of the plain value. */
  readonly children?: ReactNode;
}

/**
 * A value that is edited where it stands: a click or Enter opens its editor with its history under it, for those who may
 * only read the history alone. What was typed is kept if the editor is left, and saved only by Enter or the button.
 */
export function CaseField({ caseId, fields, name, children }: CaseFieldProps) {
  const { agencyOf, personOf, may } = useScheme();
  const mayEdit = may('edit-cases');
  const edit = useAction('cases', 'edit', 'inline');
  const [isOpen, setOpen] = useState(false);
  const value = fields[name];
  const [asOpened, setAsOpened] = useState(value);
  const words = fieldWords(name, value, {
    agencyName: (id) => agencyOf(id)?.name ?? 'Unknown agency',
    personName: (id) => personOf(id)?.name ?? 'Unknown person',
  });
  const save = async (next: CaseFieldValue) => {
    // As it stood when it was opened, nobody has changed it here: it must not undo what a colleague has changed since.
    if (next === value || next === asOpened) {
      setOpen(false);
      return true;
    }
    const done = await edit.run({ id: caseId, fields: { [name]: next } });
    if (done.ok) setOpen(false);
    return done.ok;
  };
  const { title } = caseFields[name];
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setAsOpened(value);
        edit.clear();
      }}
    >
      <Button className="case-field">
        <span className="visually-hidden">{title}: </span>
        {children ?? (words || <span className={mayEdit ? 'case-field-empty' : 'mute'}>{mayEdit ? 'Add' : '–'}</span>)}
      </Button>
      <Popover className="popover case-field-popover" offset={4} placement="bottom start">
        <Dialog className="popover-body" aria-label={title}>
          {mayEdit ? (
            <FieldEditor
              draftKey={`${caseId} ${name}`}
              name={name}
              value={value}
              leadAgencyId={fields.leadAgencyId}
              onSave={save}
              onCancel={() => setOpen(false)}
              isBusy={edit.isBusy}
              problem={edit.problem}
            />
          ) : (
            <b>{title}</b>
          )}
          <FieldHistory caseId={caseId} name={name} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
