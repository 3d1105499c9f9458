import type { Column, Content } from 'pdfmake/interfaces';
import { barBox, rule } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { subheading } from './layout/headings';
import { masthead } from './layout/masthead';
import { fitted } from './layout/printable';
import { strong } from './layout/spans';
import { hairline, inner, soft } from './layout/tokens';
import type { RecoverySheetDocumentView } from './views';
import { instantWords } from './words';

const marking = 'KEEP SECRET: WHOEVER HAS THIS SHEET AND THE FILE CAN READ EVERYTHING';

/** The words that open the scheme when the passphrase is lost, numbered as they are asked for. */
export function recoverySheetPlan({ scheme, words, madeAt, forName, computer }: RecoverySheetDocumentView): DocumentPlan {
  const content: Content[] = [
    masthead(scheme, 'Recovery sheet', 'Opens the scheme on this computer when the passphrase is lost', [
      ['Made', instantWords(madeAt)],
      ['For', forName],
      ['Computer', computer],
      ['Words', String(words.length)],
    ]),
    barBox(
      {
        text: [
          strong('Keep this sheet where you keep things that must not be lost or read: '),
          'a safe or a locked drawer, away from the computer. Never photograph it, send it or type it anywhere but into Roundtable.',
        ],
      },
      inner,
      [0, 0, 0, 14],
    ),
    wordColumns(words),
    subheading('What it is for', { room: 80, level: 2 }),
    {
      text: 'The scheme’s file is encrypted. Your passphrase opens it; so do these words, in this order. Nobody else can open it for you, and nobody can send you new words.',
    },
    subheading('How to use it', { room: 80, level: 2 }),
    {
      tag: 'L',
      stack: [
        'Open Roundtable and choose the scheme. On the passphrase screen choose “Use the recovery sheet”.',
        'Type the words in the order of their numbers, in small letters, with a space between them.',
        'Choose a new passphrase, and lock this sheet away again: its words go on opening the scheme.',
      ].map(
        (text, index): Content => ({
          columns: [
            { text: `${index + 1}`, bold: true, width: 14, tag: 'Lbl' },
            { text, width: inner - 14, tag: 'LBody' },
          ],
          margin: [0, 2, 0, 2],
          tag: 'LI',
        }),
      ),
    },
    subheading('If it is lost or was seen by someone else', { room: 60, level: 2 }),
    {
      text: 'Treat it as you would a stolen laptop. Tell your data protection officer at once, and see to it that nobody who may have the sheet can reach the scheme’s file or a backup of it: these words open every copy.',
    },
    signature(),
  ];
  return {
    brand: scheme.brand,
    title: 'Recovery sheet',
    marking,
    forWhom: fitted(`Only for ${forName}`, 70),
    isDemonstration: scheme.isDemonstration,
    isFinal: true,
    content,
  };
}

function wordColumns(words: readonly string[]): Content {
  const half = Math.ceil(words.length / 2);
  const width = (inner - 40) / 2;
  const column = (list: readonly string[], from: number): Column => ({
    width,
    stack: list.map(
      (word, index): Content => ({
        tag: 'LI',
        stack: [
          {
            columns: [
              { text: String(from + index), width: 24, color: soft, fontSize: 11, alignment: 'right', margin: [0, 4, 0, 0], tag: 'Lbl' },
              { text: word, font: 'Heavy', fontSize: 16, width: width - 36, characterSpacing: 0.3, tag: 'LBody' },
            ],
            columnGap: 12,
          },
          rule(width, 0.5, hairline, [0, 3, 0, 5]),
        ],
      }),
    ),
  });
  return { columns: [column(words.slice(0, half), 1), column(words.slice(half), half + 1)], columnGap: 40, margin: [0, 0, 0, 8], tag: 'L' };
}

function signature(): Content {
  const field = (name: string): Column => ({
    width: inner / 2 - 20,
    stack: [rule(inner / 2 - 20, 0.6, soft), { text: name, color: soft, margin: [0, 2, 0, 0] }],
  });
  return { columns: [field('Where this sheet is kept'), field('Second person who knows, and date')], columnGap: 40, margin: [0, 44, 0, 0] };
}
