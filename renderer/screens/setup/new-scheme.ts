import { agencyKinds } from '../../../shared/language/agency-kind';
import { leastPassphrase } from '../../../shared/rules/passphrase';

export interface ChosenAgency {
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly isCore: boolean;
  readonly isChosen: boolean;
}

/** What has been typed while a scheme is set up. Only in this window until the last step. */
export interface NewSchemeDraft {
  readonly brand: string;
  readonly area: string;
  readonly marking: string;
  readonly agencies: readonly ChosenAgency[];
  readonly yourName: string;
  /** Index into `agencies`, or null. */
  readonly yourAgency: number | null;
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

/** Who is at nearly every table; the others are a tick away. */
const usual = new Set(['police', 'probation', 'prison', 'housing', 'drugs', 'alcohol', 'mental-health', 'jobcentre']);

export const emptyDraft: NewSchemeDraft = {
  brand: '',
  area: '',
  marking: 'OFFICIAL-SENSITIVE',
  agencies: agencyKinds.map(({ kind, name, code, isCore }) => ({ kind, name, code, isCore, isChosen: usual.has(kind) })),
  yourName: '',
  yourAgency: null,
  passphrase: '',
  passphraseAgain: '',
};

export const setupSteps = ['begin', 'scheme', 'you', 'passphrase', 'sheet', 'ready'] as const;
export type SetupStep = (typeof setupSteps)[number];

export const stepName: Readonly<Record<SetupStep, string>> = {
  begin: 'How to begin',
  scheme: 'Your scheme',
  you: 'Who you are',
  passphrase: 'Passphrase',
  sheet: 'Recovery sheet',
  ready: 'Ready',
};

/** What still keeps a step from being done, in words; null when it may be left. */
export function missingIn(step: SetupStep, draft: NewSchemeDraft): string | null {
  switch (step) {
    case 'scheme':
      if (draft.brand.trim() === '') return 'Give the scheme the name it goes by.';
      return missingInAgencies(draft.agencies.filter(({ isChosen }) => isChosen));
    case 'you':
      if (draft.yourName.trim() === '') return 'Type your name as it should stand in the minutes.';
      return draft.yourAgency === null || !draft.agencies[draft.yourAgency]?.isChosen ? 'Choose the agency you belong to.' : null;
    case 'passphrase':
      if (draft.passphrase.length < leastPassphrase) return `Use at least ${leastPassphrase} characters; three or four words do it.`;
      return draft.passphrase === draft.passphraseAgain ? null : 'The two do not match yet.';
    case 'begin':
    case 'sheet':
    case 'ready':
      return null;
  }
}

function missingInAgencies(chosen: readonly ChosenAgency[]): string | null {
  if (chosen.length === 0) return 'Choose at least one agency.';
  if (chosen.some(({ name, code }) => name.trim() === '' || code.trim() === '')) return 'Each agency needs a name and a code.';
  const codes = chosen.map(({ code }) => code.trim().toUpperCase());
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  return twice ? `Two agencies have the code ${twice}; codes must differ.` : null;
}

/** The draft as the main process takes it. Call it only once every step is done. */
export function toSend(draft: NewSchemeDraft) {
  const chosen = draft.agencies.filter(({ isChosen }) => isChosen);
  const mine = draft.agencies[draft.yourAgency ?? -1];
  return {
    brand: draft.brand,
    area: draft.area,
    marking: draft.marking,
    agencies: chosen.map(({ kind, name, code, isCore }) => ({ kind, name, code: code.trim().toUpperCase(), isCore })),
    yourName: draft.yourName,
    yourAgency: mine ? chosen.indexOf(mine) : 0,
    passphrase: draft.passphrase,
  };
}
