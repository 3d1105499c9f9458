import type { NewSchemeDraft } from './new-scheme';

export function ReadyStep({ draft }: { readonly draft: NewSchemeDraft }) {
  const agencies = draft.agencies.filter(({ isChosen }) => isChosen);
  return (
    <>
      <h2 className="setup-title">{draft.brand} is ready to be made</h2>
      <p className="setup-lead">Nothing has been written to this computer so far. The next step makes the encrypted file and opens it.</p>
      <dl className="setup-summary">
        <dt>Agencies</dt>
        <dd>{agencies.map(({ code }) => code.toUpperCase()).join(' · ')}</dd>
        <dt>Coordinator</dt>
        <dd>{draft.yourName}</dd>
        <dt>Next</dt>
        <dd>Import the spreadsheet you have today, or add the first case by hand.</dd>
      </dl>
    </>
  );
}
