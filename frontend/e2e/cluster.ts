import { readFileSync } from 'node:fs';
import { request as https } from 'node:https';
import { join } from 'node:path';

const port = Number(process.env.E2E_PORT) + 1;
const token = () => readFileSync(join(process.env.E2E_DATA ?? '', 'simulator.token'), 'utf8').trim();

/** A request to the simulated Proxmox itself; its certificate is its own. */
export function cluster(method: string, path: string, body?: unknown): Promise<string> {
  const text = body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = https(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        rejectUnauthorized: false,
        // It ends connections that idle, as pveproxy does, just when the next request may take them.
        agent: false,
        headers: {
          Authorization: `PVEAPIToken=root@pam!direttore=${token()}`,
          ...(text && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
        },
      },
      (answer) => {
        let received = '';
        answer.on('data', (part: Buffer) => (received += part.toString()));
        answer.on('end', () => (answer.statusCode === 200 ? resolve(received) : reject(new Error(`${method} ${path}: ${answer.statusCode} ${received}`))));
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Makes something go wrong at Proxmox. */
export const fault = (order: Record<string, unknown>) => cluster('POST', '/simulator/faults', order);

/** Mends what was made to go wrong. */
export const mend = () => cluster('DELETE', '/simulator/faults');
