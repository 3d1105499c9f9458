import { KeyHint } from '../components/KeyHint';
import { Dialog } from '../components/overlays/Dialog';
import { keyScopes } from './keys';
import './key-list.css';

const printed: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** Every key that acts now, by the part of the screen it belongs to. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <p className="small soft">Single letters act while you are not typing in a field. Esc leaves a field.</p>
      <div className="key-list">
        {keyScopes().map(({ name, bindings }) => (
          <section key={name}>
            <h3 className="part-head">{name}</h3>
            <ul>
              {bindings
                .filter((binding) => !binding.isOff)
                .map((binding) => (
                  <li key={`${binding.keys} ${binding.says}`}>
                    <span>{binding.says}</span>
                    <span className="row">
                      <span className="visually-hidden">{binding.keys}</span>
                      {binding.keys.split('+').map((part) => (
                        <KeyHint key={part}>{printed[part] ?? part}</KeyHint>
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
