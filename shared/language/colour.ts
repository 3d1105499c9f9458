/** The colour of a case (RAG and Blue, HMI 6.1-6.4). The letter is what is stored; the word is what people read. */
export const colours = ['R', 'A', 'G', 'B'] as const;
export type Colour = (typeof colours)[number];

export const colourWord: Readonly<Record<Colour, string>> = { R: 'Red', A: 'Amber', G: 'Green', B: 'Blue' };

/** What each colour means unless the scheme words it otherwise. Areas differ (HMI 6.1), so each can be edited. */
export const defaultColourMeaning: Readonly<Record<Colour, string>> = {
  R: 'Illegally at large, or failing to engage with intelligence of active offending',
  A: 'Some engagement, no such intelligence',
  G: 'Active engagement, no evidence of offending',
  B: 'In custody and planning for release',
};

/** The same in a few words, for the head of a group in a list. */
export const shortColourMeaning: Readonly<Record<Colour, string>> = {
  R: 'at large, or not engaging with intelligence of offending',
  A: 'some engagement, no such intelligence',
  G: 'active engagement, no evidence of offending',
  B: 'in custody and planning for release',
};
