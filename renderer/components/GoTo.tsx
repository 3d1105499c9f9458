import { useLocation } from 'wouter';
import { Button } from './Button';

interface GoToProps {
  /** One of the addresses of `routes.ts`. */
  readonly path: string;
  readonly children: string;
}

/** From a screen with nothing on it yet to the one where it begins. */
export function GoTo({ path, children }: GoToProps) {
  const [, navigate] = useLocation();
  return (
    <Button look="primary" onPress={() => navigate(path)}>
      {children}
    </Button>
  );
}
