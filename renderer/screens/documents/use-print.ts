import { useState } from 'react';
import { showFailure } from '../../components/overlays/toasts';
import { failureWords } from '../../data/failure';
import { callVerb } from '../../data/queries';
import { printPdf } from './print-pdf';

/** Prints issued documents by their id. What goes wrong is shown as a notice. */
export function usePrint(): { readonly isPrinting: boolean; readonly print: (id: string) => Promise<void> } {
  const [isPrinting, setPrinting] = useState(false);
  const print = async (id: string) => {
    setPrinting(true);
    await callVerb('documents', 'bytes', { id })
      .then(printPdf)
      .catch((failure: unknown) => showFailure(failureWords(failure)));
    setPrinting(false);
  };
  return { isPrinting, print };
}
