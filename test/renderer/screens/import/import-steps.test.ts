import { describe, expect, it } from 'vitest';
import { firstTab, importWords, nothingThere, planCount, planWords } from '../../../../renderer/screens/import/plan-lists';
import { columnLetter, leftOutWords, remarksOn, targetsAgain } from '../../../../renderer/screens/import/targets';
import { undoWords } from '../../../../renderer/screens/import/undo-words';
import type { AnyTarget, ImportPlan, ImportSource } from '../../../../shared/views/importing';

const plan = (counts: Partial<ImportPlan['counts']>, problems: ImportPlan['problems'] = []): ImportPlan => ({
  token: 't',
  counts: { new: 0, update: 0, unchanged: 0, leftOut: 0, duplicate: 0, ...counts },
  rows: [],
  problems,
  canConfirm: true,
});

describe('the columns of an import', () => {
  it('needs a column of names, and only one column a field', () => {
    expect(remarksOn(['pnc']).map(({ kind }) => kind)).toEqual(['error']);
    expect(remarksOn(['surname', 'surname', 'pnc']).map(({ text }) => text)).toEqual([
      'More than one column becomes Surname. Keep one and leave the others out.',
    ]);
  });

  it('lets several columns become notes, needs or other names', () => {
    expect(remarksOn(['fullName', 'pnc', 'note', 'note', 'needs', 'needs', 'ignore', 'ignore'])).toEqual([]);
  });

  it('advises, without stopping, where no column identifies people', () => {
    expect(remarksOn(['fullName']).map(({ kind }) => kind)).toEqual(['remark']);
  });

  it('keeps what somebody chose when the same columns are read again, and not where the rows are something else', () => {
    const column = (heading: string, guess: AnyTarget) => ({ index: 0, heading, samples: [], guess, because: '' });
    const source = { kind: 'cases', columns: [column('Name', 'fullName'), column('Patch', 'ignore')] } as unknown as ImportSource;
    expect(targetsAgain(source, ['fullName', 'area'], source)).toEqual(['fullName', 'area']);
    expect(targetsAgain(source, ['fullName', 'area'], { ...source, kind: 'people' })).toEqual(['fullName', 'ignore']);
  });

  it('counts the columns that are left out with something in them', () => {
    const columns = [['x'], ['y'], [], ['z']].map((samples) => ({ index: 0, heading: '', samples, guess: 'ignore' as const, because: '' }));
    expect(leftOutWords(columns, ['surname', 'ignore', 'ignore', 'ignore'])).toBe('2 columns with something in them are left out.');
    expect(leftOutWords(columns, ['surname', 'ignore', 'ignore', 'note'])).toBe('1 column with something in it is left out.');
    expect(leftOutWords(columns, ['surname', 'area', 'ignore', 'note'])).toBe('No column is left out.');
  });

  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('taking an import back', () => {
  it('says in a sentence what it would do', () => {
    const view = { id: 'i', fileName: 'cohort.csv', casesLeaving: 1, rowsWithdrawn: 0, fieldsRestored: 1200, kept: [], keptCount: 0 };
    expect(undoWords(view)).toBe('1 case leaves the register, 1,200 fields hold again what they held.');
    expect(undoWords({ ...view, casesLeaving: 0, fieldsRestored: 0 })).toContain('everything was touched since');
  });
});

describe('the plan of an import', () => {
  it('says in a sentence what would happen', () => {
    expect(planWords(plan({ new: 1200, update: 96, leftOut: 2, duplicate: 1 }))).toBe(
      '1,200 people are added, 96 updated; 3 rows are left out.',
    );
    expect(planWords(plan({ update: 1 }))).toBe('1 person is updated.');
    expect(planWords(plan({ unchanged: 5 }))).toBe('Nothing in the file would change the register.');
  });

  it('begins with the problems where there are any, else with what would change', () => {
    const problem = { cell: 'F17', row: 17, heading: 'DOB', value: 'x', reason: 'This is not a date', severity: 'warning' as const };
    expect(firstTab(plan({ new: 3 }, [problem]))).toBe('problems');
    expect(firstTab(plan({ update: 3 }))).toBe('update');
    expect(planCount(plan({ leftOut: 4 }), 'left-out')).toBe(4);
  });
});

describe('a list that is not the cohort', () => {
  it('is spoken of as what it is, on the button and where nothing is there', () => {
    expect(importWords(plan({ new: 1 }), 'actions')).toBe('Import 1 action');
    expect(importWords(plan({ new: 1_200, update: 3 }), 'colours')).toBe('Import 1,203 colours');
    expect(importWords(plan({ update: 2 }), 'cases')).toBe('Import 2 people');
    expect(nothingThere('new', 'services')).toBe('Nothing new.');
    expect(nothingThere('new', 'cases')).toBe('Nobody new.');
  });

  it('with a column for each month needs no column of colours, and may not have both', () => {
    expect(remarksOn(['caseName', 'colourOfMonth', 'colourOfMonth'], 'colours').map(({ kind }) => kind)).toEqual(['remark']);
    expect(remarksOn(['caseName', 'colourOfMonth', 'pastColour'], 'colours').map(({ kind }) => kind)).toEqual(['error']);
  });

  it('of actions may do without an owner, who is then looked for in the text', () => {
    expect(remarksOn(['caseName', 'actionText'], 'actions').map(({ kind }) => kind)).toEqual(['remark']);
  });
});
