import { TriangleAlert } from 'lucide-react';
import './marks.css';

/** The blackest thing on a light page and the whitest on a dark one. Never cut short. */
export function RiskWarning({ children }: { readonly children: string }) {
  return (
    <span className="risk-warning">
      <TriangleAlert aria-label="Risk warning:" />
      {children}
    </span>
  );
}
