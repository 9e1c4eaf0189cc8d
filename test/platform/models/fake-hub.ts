import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A model of four dimensions. */
export const tinyModel = fileURLToPath(
  new URL('../../fixtures/models/tiny-encoder', import.meta.url),
);

/** What the hub has to send, and whom it sends it to. */
export interface Asked {
  readonly file: string;
  readonly bytes: Buffer;
  readonly etag: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** How often the file was asked for before. */
  readonly before: number;
}

/** A hub that has the tiny model as `owner/tiny`, and errs as it is told. */
export interface FakeHub {
  readonly url: string;
  /** Requests as `file range`, in order. */
  readonly requests: string[];
  /** Answers in the hub's place when it returns true. */
  fault: (asked: Asked) => boolean;
  close(): void;
}

/** Starts one on this machine. */
export async function fakeHub(): Promise<FakeHub> {
  const requests: string[] = [];
  const counts = new Map<string, number>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const file = (request.url ?? '').replace('/owner/tiny/resolve/main/', '');
    requests.push(`${file} ${request.headers.range ?? ''}`.trim());
    const before = counts.get(file) ?? 0;
    counts.set(file, before + 1);
    const found = await readFile(join(tinyModel, file)).catch(() => null);
    const bytes = found ?? Buffer.from('not found');
    const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
    if (hub.fault({ file, bytes, etag, request, response, before })) return;
    if (found === null) response.writeHead(404).end(bytes);
    else response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const hub: FakeHub = {
    url: `http://127.0.0.1:${port}`,
    requests,
    fault: () => false,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return hub;
}
