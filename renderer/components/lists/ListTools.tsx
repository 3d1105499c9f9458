import type { ReactNode } from 'react';
import './list-tools.css';

interface ListToolsProps {
  /** How the list is grouped and what is left out of it. */
  readonly children: ReactNode;
  /** The search field, at the far end. */
  readonly search: ReactNode;
}

/** The bar over a list: what it shows at the left, the search at the right. */
export function ListTools({ children, search }: ListToolsProps) {
  return (
    <div className="list-tools">
      {children}
      <div className="list-tools-search">{search}</div>
    </div>
  );
}
