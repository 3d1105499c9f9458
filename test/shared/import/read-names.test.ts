import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFullName, readNamePart } from '../../../shared/import/read-names';

describe('reading a whole name', () => {
  it.each([
    ['CARTERWICK, Dean', 'Carterwick', 'Dean'],
    ['Dean CARTERWICK', 'Carterwick', 'Dean'],
    ['CARTERWICK Dean James', 'Carterwick', 'Dean James'],
    ['Dean James Carterwick', 'Carterwick', 'Dean James'],
    ['Mr Dean Carterwick', 'Carterwick', 'Dean'],
    ['CARTERWICK , Mr Dean', 'Carterwick', 'Dean'],
    ['DEAN CARTERWICK', 'Carterwick', 'Dean'],
    ['O’BRIEN-MCOAKEN, Síle', 'O’Brien-Mcoaken', 'Síle'],
    ['MCOAKENFELL, Sam', 'McOakenfell', 'Sam'],
    ['Jan van der Oakenfell', 'van der Oakenfell', 'Jan'],
    ['Dean VAN DER OAKEN', 'Van Der Oaken', 'Dean'],
    ['Dean J CARTERWICK', 'Carterwick', 'Dean J'],
    ['  CARTERWICK ,  Dean  ', 'Carterwick', 'Dean'],
    ['Carterwick', 'Carterwick', ''],
    ['Dr Dean Carterwick-Oakenfell III', 'Carterwick-Oakenfell', 'Dean III'],
    ['Dean CARTERWICK Jnr.', 'Carterwick', 'Dean Jnr.'],
    ['Dean Senior', 'Senior', 'Dean'],
    ['Seán Ó BRIAIN', 'Ó Briain', 'Seán'],
    ['Ó BRIAIN Seán', 'Ó Briain', 'Seán'],
    ['Karl van der OAKENFELL', 'van der Oakenfell', 'Karl'],
    ['Síle Ní BHRAONWICK', 'Ní Bhraonwick', 'Síle'],
    ['Dean O CARTERWICK', 'Carterwick', 'Dean O'],
    ['Van Le', 'Le', 'Van'],
    ['Van DER', 'Der', 'Van'],
    ['Prof. Dean Carterwick', 'Carterwick', 'Dean'],
    ['Rev Sam OAKENFELL', 'Oakenfell', 'Sam'],
    ['12. CARTERWICK, Dean*', 'Carterwick', 'Dean'],
    ["'CARTERWICK', 'Dean'", 'Carterwick', 'Dean'],
    ["D'ARCY-SMITHWICK, Anne-Marie", "D'Arcy-Smithwick", 'Anne-Marie'],
    ['Se\u0301an Carterwick', 'Carterwick', 'Séan'],
    ['Dean\u00a0\u200bCarterwick', 'Carterwick', 'Dean'],
  ])('takes %j apart', (text, surname, forenames) => {
    expect(readFullName(text)).toMatchObject({ kind: 'value', value: { surname, forenames } });
  });

  it.each(['CARTERWICK, Dean (aka Deano)', 'CARTERWICK, Dean "Deano"', 'CARTERWICK, Dean aka Deano'])(
    'finds the other name in %j',
    (text) => {
      expect(readFullName(text)).toMatchObject({ value: { surname: 'Carterwick', forenames: 'Dean', alsoKnownAs: ['Deano'] } });
    },
  );

  it.each([
    ["Dean 'Deano' Carterwick", ['Deano']],
    ['Carterwick (was Oakenfell), Dean', ['Oakenfell']],
    ['Dean Carterwick known as Deano', ['Deano']],
    ['Carterwick, Dean alias Deano; alias Shaz', ['Deano', 'Shaz']],
    ['Carterwick, Dean (aka Deano / Shaz)', ['Deano', 'Shaz']],
    ["Carterwick, Dean (O'Shea)", ["O'Shea"]],
  ])('finds every other name in %j', (text, alsoKnownAs) => {
    expect(readFullName(text)).toMatchObject({ value: { surname: 'Carterwick', forenames: 'Dean', alsoKnownAs } });
  });

  it.each(['CARTERWICK, Dean (03/02/1994)', 'Dean CARTERWICK (M)', 'CARTERWICK Dean [DECEASED]', 'CARTERWICK (in custody), Dean'])(
    'makes no other name of what stands in brackets in %j, and says so',
    (text) => {
      const read = readFullName(text);
      expect(read).toMatchObject({ value: { surname: 'Carterwick', forenames: 'Dean', alsoKnownAs: [] } });
      expect(read).toMatchObject({ remark: expect.stringMatching(/^“.+” was not taken for a name$/) });
    },
  );

  it('says where it had to choose', () => {
    expect(readFullName('DEAN CARTERWICK')).toMatchObject({ remark: expect.stringContaining('last word') });
    expect(readFullName('Carterwick')).toMatchObject({ remark: expect.stringContaining('Only one name') });
  });

  it('finds no name in figures, dashes or an empty cell', () => {
    expect(readFullName('12345').kind).toBe('problem');
    expect(readFullName(', Dean').kind).toBe('problem');
    expect(readFullName('n/a').kind).toBe('blank');
  });

  it('never throws and always finds a surname where it finds a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const read = readFullName(text);
        if (read.kind === 'value') expect(read.value.surname).not.toBe('');
      }),
    );
  });
});

describe('a cell that may hold something else than one name', () => {
  it.each(['CARTERWICK, Dean / OAKENFELL, Mary', 'Dean & Mary Carterwick', 'Dean and Mary Carterwick', 'CARTERWICK/OAKENFELL, Dean'])(
    'asks somebody to look at %j, which may be two people',
    (text) => {
      expect(readFullName(text)).toMatchObject({
        kind: 'value',
        remark: expect.stringContaining('more than one person, or one with two names'),
      });
    },
  );

  it.each(['DELETED - moved to Fernhollow', 'see row 12 above', 'Away: back in May', '=HYPERLINK', '#end of list'])(
    'asks somebody to look at %j, which may be a note',
    (text) => {
      expect(readFullName(text)).toMatchObject({ kind: 'value', remark: expect.stringContaining('a note and not a name') });
    },
  );

  it.each(['CARTERWICK-OAKENFELL, Dean', "O'BRIEN, Anne Marie", 'Jan van der Oakenfell', 'Dean Andrew Carterwick'])(
    'has nothing to ask of %j',
    (text) => {
      expect(readFullName(text)).toMatchObject({ kind: 'value', remark: null });
    },
  );

  it('takes single marks off another name', () => {
    expect(readFullName("THISTLEMOOR, Lee aka 'Lee-Lee'")).toMatchObject({ value: { alsoKnownAs: ['Lee-Lee'] } });
  });
});

describe('reading a surname or forenames in a column of their own', () => {
  it.each([
    ['THISTLEMOOR (NEE BRACKEN)', 'Thistlemoor', ['BRACKEN']],
    ['Dean "Deano"', 'Dean', ['Deano']],
    ['DEAN (aka Ghost / Shadow)', 'Dean', ['Ghost', 'Shadow']],
    ['O’BRIEN', 'O’Brien', []],
    ['Mary Jane', 'Mary Jane', []],
    ['“CARTERWICK”', 'Carterwick', []],
  ])('takes the other names out of %j', (text, name, alsoKnownAs) => {
    expect(readNamePart(text)).toEqual({ kind: 'value', value: { name, alsoKnownAs }, remark: null });
  });

  it('asks somebody to look where two stand in it, and finds none in figures', () => {
    expect(readNamePart('CARTERWICK / OAKENFELL')).toMatchObject({ remark: expect.stringContaining('more than one person') });
    expect(readNamePart('12345')).toMatchObject({ kind: 'problem' });
  });
});
