import { describe } from 'vitest';
import { shareSuite } from './share-suite';
import { webdav } from './webdav';

describe('On a folder that a WebDAV server keeps', () => shareSuite(webdav));
