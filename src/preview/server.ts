import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { EnvironmentError } from "../errors.js";
import type { Preview } from "./live.js";

/** A preview that a browser can look at. */
export interface PreviewServer {
  /** "http://127.0.0.1:8080/". */
  readonly address: string;
  /** Tells every open page to take the new version. */
  readonly changed: () => void;
  /** Tells every open page what is wrong with the content. */
  readonly problems: () => void;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
/** How many ports are tried when one is in use. */
const PORTS = 20;

/**
 * Starts the server, on this machine only. It serves the documents of the preview and nothing else: no path leads to a file.
 * @throws {EnvironmentError} when no port is free
 */
export async function startServer(preview: Preview, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const send = (event: string, data: unknown): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A PDF that can't be made is told in its own page.
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port: own } = server.address() as AddressInfo;
    // A page elsewhere could let a name of its own point here (DNS rebinding); it would ask with that name.
    if (![`${HOST}:${own}`, `localhost:${own}`].includes(request.headers.host ?? "")) {
      response.writeHead(403).end();
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405).end();
      return;
    }
    const path = pathOf(request.url ?? "/");
    if (path === "events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(`event: problems\ndata: ${JSON.stringify(preview.problems())}\n\n`);
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return;
    }
    const type = path.endsWith(".pdf") ? "application/pdf" : "text/html; charset=utf-8";
    const bytes = preview.page(path) ?? (await preview.pdf(path));
    if (!bytes) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Dit document is er niet.");
      return;
    }
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" });
    response.end(bytes);
  };
  const own = await listen(server, port);
  return {
    address: `http://${HOST}:${own}/`,
    changed: () => send("change", {}),
    problems: () => send("problems", preview.problems()),
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pathOf(url: string): string {
  const { pathname } = new URL(url, `http://${HOST}`);
  return pathname === "/" ? "index.html" : pathname.slice(1);
}

/** Listens on the first free port from the one that was asked for; 0 leaves the choice to the system. */
async function listen(server: ReturnType<typeof createServer>, first: number): Promise<number> {
  for (let port = first; port < first + PORTS; port++) {
    const code = await new Promise<string | undefined>((resolve) => {
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "fault"));
      server.listen(port, HOST, () => {
        server.removeAllListeners("error");
        resolve(undefined);
      });
    });
    if (code === undefined) return (server.address() as AddressInfo).port;
    server.removeAllListeners("error");
    if (code !== "EADDRINUSE" && code !== "EACCES") break;
  }
  throw new EnvironmentError(
    `Poort ${first} en de poorten erna zijn niet vrij.`,
    "Kies een andere poort met --port, of sluit het programma dat ze gebruikt.",
  );
}
