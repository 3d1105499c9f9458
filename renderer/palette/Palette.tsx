import { FileText, ListChecks, SquareArrowOutUpRight, UserRound } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { FindResult } from '../../shared/views/register';
import { ColourBadge } from '../components/colour/ColourBadge';
import { showFailure } from '../components/overlays/toasts';
import { failureWords } from '../data/failure';
import { flushKeptText } from '../data/kept-text';
import { callVerb, skip, useVerb } from '../data/queries';
import { useScheme } from '../data/scheme';
import { isFound, wordsOf } from '../data/search';
import { setTheme } from '../frame/theme';
import { isScreenFor } from '../role-screens';
import { paths } from '../routes';
import { commands } from './commands';
import { PaletteList, type PaletteRow } from './PaletteList';
import './palette.css';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onShowKeys: () => void;
}

/** Finds any case, action, person, document, screen or command by a few letters. */
export function Palette({ onClose, onShowKeys }: PaletteProps) {
  const [, navigate] = useLocation();
  const { may, scheme } = useScheme();
  const { role } = scheme.me;
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const found = useVerb('register', 'find', asked === '' ? skip : { text: asked });
  const words = useMemo(() => wordsOf(typed), [typed]);
  const rows = useMemo<readonly PaletteRow[]>(() => {
    const leave = (path: string) => () => {
      onClose();
      navigate(path);
    };
    const context = {
      navigate: (path: string) => leave(path)(),
      showKeys: onShowKeys,
      setTheme: (theme: 'light' | 'dark' | null) => {
        setTheme(theme);
        onClose();
      },
      lock: () => {
        onClose();
        flushKeptText()
          .then(() => callVerb('app', 'lock'))
          .catch((failure: unknown) => showFailure(failureWords(failure)));
      },
    };
    return [
      ...(asked === '' ? [] : (found.data ?? [])).map((result) => ({
        id: `${result.kind} ${result.id}`,
        icon: <FoundIcon result={result} />,
        title: result.title,
        detail: result.detail,
        run: leave(addressOf(result)),
      })),
      ...commands

        .filter(({ deed, screen }) => (deed === undefined || may(deed)) && (screen === undefined || isScreenFor(role, screen)))
        .filter(({ title, detail, also }) => isFound(`${title} ${detail} ${also}`, words))
        .map(({ id, title, detail, run }) => ({ id, icon: <SquareArrowOutUpRight aria-hidden />, title, detail, run: () => run(context) })),
    ];
  }, [asked, found.data, words, navigate, onClose, onShowKeys, may, role]);
  return (
    <ModalOverlay className="overlay palette-overlay" isOpen isDismissable onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal className="dialog-box">
        <Dialog className="dialog" aria-label="Find">
          <PaletteList
            typed={typed}
            onType={setTyped}
            rows={rows}
            words={words}
            isSearching={asked !== typed.trim() || (asked !== '' && found.isPending)}
            problem={found.isError ? failureWords(found.error) : null}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function addressOf({ kind, id, caseId }: FindResult): string {
  if (kind === 'case') return paths.case(id);
  if (kind === 'action') return caseId === null ? paths.actions() : paths.case(caseId);
  return kind === 'document' ? paths.documents() : paths.scheme();
}

function FoundIcon({ result }: { readonly result: FindResult }) {
  if (result.kind === 'case') return <ColourBadge colour={result.colour} size={18} />;
  if (result.kind === 'action') return <ListChecks aria-label="Action" />;
  return result.kind === 'person' ? <UserRound aria-label="Person" /> : <FileText aria-label="Document" />;
}
