import { useEffect, useRef, useState } from 'react';
import { TextArea, TextField } from '../../components/fields/TextField';
import type { Outcome } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface KeptFieldProps {
  readonly label: string;
  readonly value: string;
  /** Records it; what was typed stays in the field until that is done. */
  readonly onSave: (value: string) => Promise<Outcome<unknown>>;
  readonly isProse?: boolean;
  readonly hint?: string;
  readonly maxLength?: number;
}

/** A value of the scheme, edited where it stands: saved on leaving the field or by Enter, put back by Esc. Others read it. */
export function KeptField({ label, value, onSave, isProse = false, hint, maxLength }: KeptFieldProps) {
  const { may } = useScheme();
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = useRef(value);
  /** Sent, and not among what others read yet. Enter and leaving the field at once are one change. */
  const sent = useRef<string | null>(null);
  useEffect(() => {
    // Changed elsewhere: shown here too, unless something else is being typed.
    setText((typed) => (typed === saved.current ? value : typed));
    saved.current = value;
    sent.current = null;
  }, [value]);
  async function save() {
    if (text === sent.current) return;
    if (sent.current === null && text === value) return setProblem(null);
    sent.current = text;
    const result = await onSave(text);
    if (!result.ok && sent.current === text) sent.current = null;
    setProblem(result.ok ? null : `${result.problem} What you typed is still here.`);
  }
  if (!may('edit-scheme'))
    return (
      <div className="field">
        <span className="label">{label}</span>
        <p className="prose" dir="auto">
          {value === '' ? <span className="mute">–</span> : value}
        </p>
      </div>
    );
  const field = {
    label,
    value: text,
    onChange: setText,
    problem,
    onBlur: () => void save(),
    onEscape: () => {
      setText(value);
      setProblem(null);
    },
    ...(hint ? { hint } : {}),
    ...(maxLength ? { maxLength } : {}),
  };
  return isProse ? <TextArea {...field} rows={3} /> : <TextField {...field} onEnter={() => void save()} />;
}
