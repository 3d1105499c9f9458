import { dirname } from 'node:path';
import { Refusal } from '../../../shared/language/refusal';
import type { Dependencies } from './dependencies';
import type { SchemePlaces } from './places';

type Dialogs = Dependencies['dialogs'];

/**
 * What a window may name by its path. A page that was taken over could otherwise have any file of this person opened or, on
 * Windows, have the computer introduce itself to a server of its choosing: a path like `\\server\share` is enough.
 */
export interface ChosenPlaces {
  /** The dialogs, whose answers are remembered until the app is closed. */
  readonly dialogs: Dialogs;
  /** Refuses a file or folder that nobody chose in a dialog. */
  demandChosen(path: string): void;
  /** The same, where a scheme that this computer knows of, or that lies in the app's own folder, needs no dialog. */
  demandScheme(path: string): void;
}

export function chosenPlaces(dialogs: Dialogs, { folder, known }: Pick<SchemePlaces, 'folder' | 'known'>): ChosenPlaces {
  const chosen = new Set<string>();
  const noting =
    <Question>(ask: (question: Question) => Promise<string | null>) =>
    async (question: Question) => {
      const path = await ask(question);
      if (path !== null) chosen.add(path);
      return path;
    };
  const demandChosen = (path: string) => {
    if (!chosen.has(path))
      throw new Refusal('Nobody has chosen this in a dialog since Roundtable was started. Nothing was changed. Choose it again.');
  };
  return {
    dialogs: { ...dialogs, askForFile: noting(dialogs.askForFile), askForFolder: noting(dialogs.askForFolder) },
    demandChosen,
    demandScheme(path) {
      if (dirname(path) !== folder && !known.knows(path)) demandChosen(path);
    },
  };
}
