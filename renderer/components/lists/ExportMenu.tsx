import { Download } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ExportableList } from '../../../shared/views/exporting';
import { useAction } from '../../data/queries';
import { Button } from '../Button';
import { showDone } from '../overlays/toasts';
import '../overlays/overlays.css';

interface ExportMenuProps {
  readonly list: ExportableList;
  /** What its rows are, as in "Saved 12 cases as …". */
  readonly noun: string;
  /** What is on the screen: asked for only when somebody exports. */
  readonly shown: () => { readonly ids: readonly string[] | null; readonly columns: readonly string[] | null; readonly seenAs: string };
  readonly isOff?: boolean;
  /** What the button says, where one screen has more than one list to export. */
  readonly label?: string;
}

const formats = [
  { id: 'xlsx', name: 'Excel workbook (.xlsx)…' },
  { id: 'csv', name: 'CSV for any spreadsheet…' },
] as const;

/** Saves a list as it is seen. The file is as safe as the place it is put, and the audit trail says that it was made. */
export function ExportMenu({ list, noun, shown, isOff = false, label = 'Export…' }: ExportMenuProps) {
  const save = useAction('exporting', 'list');
  async function onChoose(format: (typeof formats)[number]['id']) {
    const { ids, columns, seenAs } = shown();
    const input = { list, ids: ids && [...ids], columns: columns && [...columns], seenAs: seenAs.slice(0, 500), format };
    const saved = await save.run(input);
    if (saved.ok && saved.value !== null) {
      showDone(ids === null ? `Saved as ${saved.value}` : `Saved ${ids.length.toLocaleString('en-GB')} ${noun} as ${saved.value}`);
    }
  }
  return (
    <MenuTrigger>
      <Button size="small" isDisabled={isOff || save.isBusy}>
        <Download aria-hidden /> {save.isBusy ? 'Saving…' : label}
      </Button>
      <Popover className="popover" offset={4}>
        <Menu aria-label="Export as" className="list-box" onAction={(key) => void onChoose(key === 'csv' ? 'csv' : 'xlsx')}>
          {formats.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="list-item">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
