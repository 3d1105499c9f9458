import { describe } from 'vitest';
import { samba } from './samba';
import { shareSuite } from './share-suite';

describe('On a folder that Samba serves', () => shareSuite(samba));
