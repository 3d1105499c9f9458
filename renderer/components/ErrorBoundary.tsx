import { Component, type ReactNode } from 'react';
import { Button } from './Button';
import { Trouble } from './Trouble';

interface ErrorBoundaryProps {
  /** Drawing begins afresh when this changes: the address, usually. */
  readonly resetBy: string;
  readonly children: ReactNode;
}

/** Holds a fault of one screen in that screen, so that the rail and every other screen go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failedAt: string | null }> {
  override state = { failedAt: null as string | null };

  static getDerivedStateFromError() {
    return { failedAt: '' };
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.failedAt !== null && before.resetBy !== this.props.resetBy) this.setState({ failedAt: null });
  }

  override render() {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <Trouble
        title="This screen stopped working"
        happened="Roundtable met something on this screen that it could not draw."
        safe="Everything recorded is in the scheme’s file, and typing that was kept is still kept."
        next="Draw the screen again. If it stops again, go to another screen and tell whoever looks after Roundtable what you were doing."
        buttons={<Button onPress={() => this.setState({ failedAt: null })}>Draw it again</Button>}
      />
    );
  }
}
