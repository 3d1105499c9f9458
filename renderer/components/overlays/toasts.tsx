import { Check, CircleAlert, X } from 'lucide-react';
import {
  Button,
  type QueuedToast,
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
  /** How often it was said while it stood. */
  readonly times: number;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const notices = new ToastQueue<Notice>({ maxVisibleToasts: 3 });
/** The notices that stand or wait for room, by what they say. */
const standing = new Map<string, { readonly key: string; readonly times: number }>();

/** Stays until it is dismissed: what was not saved must not slip by unseen. */
export function showFailure(words: string): void {
  show({ kind: 'failure', words });
}

/** Says that something is done, for six seconds, with a way to follow up where there is one. */
export function showDone(words: string, undo?: Notice['undo']): void {
  // Each keeps its own way back, even where two say the same.
  if (undo) notices.add({ kind: 'done', words, times: 1, undo }, { timeout: 6000 });
  else show({ kind: 'done', words }, 6000);
}

/** The same said again renews the notice and counts: three equal ones on each other say no more than one. */
function show(said: Pick<Notice, 'kind' | 'words'>, timeout?: number): void {
  const same = `${said.kind} ${said.words}`;
  const before = standing.get(same);
  if (before) notices.close(before.key);
  const times = (before?.times ?? 0) + 1;
  const onClose = () => standing.delete(same);
  standing.set(same, { key: notices.add({ ...said, times }, timeout === undefined ? { onClose } : { onClose, timeout }), times });
}

/** Takes every notice away, those that wait for room too: one may name a person, and must not stand on a locked screen. */
export function forgetNotices(): void {
  notices.clear();
  standing.clear();
}

/** Once: it goes with the notice, since a second press would take back what has been done since. */
function takeBack({ key, content }: QueuedToast<Notice>): void {
  notices.close(key);
  content.undo?.run();
}

export function Toasts() {
  return (
    <ToastRegion queue={notices} className="toasts" aria-label="Notices">
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.kind}`}>
          {toast.content.kind === 'failure' ? <CircleAlert aria-hidden /> : <Check aria-hidden />}
          <ToastContent className="toast-words">
            <Text slot="title">
              {toast.content.words}
              {toast.content.times > 1 ? <span className="toast-times"> ({toast.content.times} times)</span> : null}
            </Text>
            {toast.content.kind === 'failure' ? (
              <Text slot="description">Nothing you typed is lost. Try again, or ask for help if it goes on.</Text>
            ) : null}
          </ToastContent>
          {toast.content.undo ? (
            <Button className="toast-undo" onPress={() => takeBack(toast)}>
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
