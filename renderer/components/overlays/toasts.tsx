import { Check, CircleAlert, X } from 'lucide-react';
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import './toasts.css';

interface Notice {
  readonly kind: 'failure' | 'done';
  readonly words: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const notices = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** Stays until it is dismissed: what was not saved must not slip by unseen. */
export function showFailure(words: string): void {
  notices.add({ kind: 'failure', words });
}

/** Says that something is done, for six seconds, with a way to follow up where there is one. */
export function showDone(words: string, undo?: Notice['undo']): void {
  notices.add(undo ? { kind: 'done', words, undo } : { kind: 'done', words }, { timeout: 6000 });
}

/** Takes every notice away, those that wait for room too: one may name a person, and must not stand on a locked screen. */
export function forgetNotices(): void {
  notices.clear();
}

export function Toasts() {
  return (
    <ToastRegion queue={notices} className="toasts" aria-label="Notices">
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.kind}`}>
          {toast.content.kind === 'failure' ? <CircleAlert aria-hidden /> : <Check aria-hidden />}
          <ToastContent className="toast-words">
            <Text slot="title">{toast.content.words}</Text>
            {toast.content.kind === 'failure' ? (
              <Text slot="description">Nothing you typed is lost. Try again, or ask for help if it goes on.</Text>
            ) : null}
          </ToastContent>
          {toast.content.undo ? (
            <Button className="toast-undo" onPress={toast.content.undo.run}>
              {toast.content.undo.label}
            </Button>
          ) : null}
          <Button slot="close" className="toast-close" aria-label="Dismiss">
            <X aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
