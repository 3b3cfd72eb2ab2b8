import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';

const deepest = 32;

/** Reads JSON bodies; nesting that only an attacker needs is refused before anything walks through it. */
export function registerJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (depthOf(body) > deepest) return done(problem('request.unreadable', { reason: `nested deeper than ${deepest}` }));
    // A DELETE or an action without input may say JSON and send nothing.
    if (body === '' && request.method !== 'PUT') return done(null, undefined);
    return parse(request, body, done);
  });
  // Plain text is no form of input here.
  app.removeContentTypeParser('text/plain');
}

/** How deep brackets are nested in a JSON text; brackets inside of texts do not count. */
export function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i += 1) {
    const char = json.charCodeAt(i);
    if (quoted) {
      if (char === 92) i += 1;
      else if (char === 34) quoted = false;
    } else if (char === 34) quoted = true;
    else if (char === 91 || char === 123) most = Math.max(most, depth += 1);
    else if (char === 93 || char === 125) depth -= 1;
  }
  return most;
}
