import { BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';

export interface FileQuestion {
  readonly title: string;
  /** Text of the button that agrees, such as "Import". */
  readonly button?: string;
  readonly filters?: readonly FileFilter[];
}
export interface SaveQuestion extends FileQuestion {
  /** A file name, or a whole path where the folder is known too. */
  readonly suggested: string;
}

/** The file that the person chose, or null where they cancelled. */
export const askForFile = (question: FileQuestion) => askToOpen(question, 'openFile');
/** The folder that the person chose, or null where they cancelled. */
export const askForFolder = (question: FileQuestion) => askToOpen(question, 'openDirectory');

/** Where to save, or null where they cancelled. The system has asked already before a file is written over. */
export async function askWhereToSave({ title, button, filters, suggested }: SaveQuestion): Promise<string | null> {
  const options = { title, defaultPath: suggested, filters: [...(filters ?? [])], ...(button && { buttonLabel: button }) };
  const parent = BrowserWindow.getFocusedWindow();
  const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

async function askToOpen({ title, button, filters }: FileQuestion, what: 'openFile' | 'openDirectory'): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    properties: what === 'openFile' ? ['openFile'] : ['openDirectory', 'createDirectory'],
    filters: [...(filters ?? [])],
    ...(button && { buttonLabel: button }),
  };
  const parent = BrowserWindow.getFocusedWindow();
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
