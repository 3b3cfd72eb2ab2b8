import { join } from 'node:path';

/** Where the content of a file lies: spread over folders by the end of its id, which is random. */
export function filePath(home: string, id: string): string {
  return join(home, 'files', id.slice(-2), id);
}
