import { connect, type Socket } from 'node:net';
import type { LoadPlan, LoadResult } from './load-plan.ts';

// A process of its own, so that the client's work is not counted as the server's. Plain sockets: the client must stay much cheaper than what it measures.
process.on('message', (plan: LoadPlan) => void run(plan).then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit(0));

async function run(plan: LoadPlan): Promise<LoadResult> {
  const requests = plan.requests.map((request) => bytesOf(plan, request));
  const latencies: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const take = (): Buffer | undefined => {
    if (plan.once && next >= requests.length) return undefined;
    return requests[next++ % requests.length];
  };
  const begun = performance.now();
  const until = begun + plan.seconds * 1000;
  await Promise.all(Array.from({ length: plan.connections }, () => converse(plan.port, () => performance.now() < until ? take() : undefined, (status, milliseconds, text) => {
    latencies.push(milliseconds);
    if (status >= 300) failures.push(text.slice(0, 500));
  })));
  const seconds = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { done: latencies.length, seconds, p50: at(0.5), p95: at(0.95), failed: failures.length, ...failures[0] === undefined ? {} : { firstFailure: failures[0] } };
}

function bytesOf({ headers }: LoadPlan, { method, path, body }: LoadPlan['requests'][number]): Buffer {
  const all = { host: '127.0.0.1', ...headers, ...body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } };
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body ?? ''}`);
}

/** One connection: sends the next request when the answer to the last is complete. */
function converse(port: number, take: () => Buffer | undefined, done: (status: number, milliseconds: number, text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let received: Buffer[] = [];
    let missing = -1;
    let status = 0;
    const send = (): void => {
      const request = take();
      if (!request) {
        socket.end();
        resolve();
        return;
      }
      received = [];
      missing = -1;
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk);
      if (missing < 0) {
        const head = received.length === 1 ? chunk : Buffer.concat(received);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        status = Number(text.slice(9, 12));
        missing = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0) - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      done(status, performance.now() - sentAt, status >= 300 ? Buffer.concat(received).toString() : '');
      send();
    });
  });
}
