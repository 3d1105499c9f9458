import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../../routes';

interface CaseWordsProps {
  readonly caseId: string;
  readonly caseName: string;
  readonly children: ReactNode;
}

/** Whom a line is about, which leads to the case, and under the name what the line says. */
export function CaseWords({ caseId, caseName, children }: CaseWordsProps) {
  return (
    <div className="grow">
      <Link href={paths.case(caseId)} dir="auto">
        {caseName}
      </Link>
      <p className="small mute" dir="auto">
        {children}
      </p>
    </div>
  );
}
