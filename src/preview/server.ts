import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { INDEX } from "../build/manifest.js";
import { EnvironmentError } from "../errors.js";
import { formatOf } from "../formats/index.js";
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
 * @param note told what goes wrong later on, in Dutch
 * @throws {EnvironmentError} when no port is free
 */
export async function startServer(
  preview: Preview,
  port: number,
  note: (message: string) => void,
): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const send = (event: string, data: unknown): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      // A PDF that can't be made is told in its own page.
      response.writeHead(500, text);
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const { port: own } = server.address() as AddressInfo;
    // A page elsewhere could let a name of its own point here (DNS rebinding); it would ask with that name.
    if (!namesOf(own).includes(request.headers.host ?? "")) {
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
    if (path === undefined) {
      response.writeHead(404, text).end(NOTHING);
      return;
    }
    const { mediaType = "" } = formatOf(path) ?? {};
    const bytes = await preview.file(path);
    if (!bytes) {
      response.writeHead(404, text).end(NOTHING);
      return;
    }
    response.writeHead(200, {
      "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
      "cache-control": "no-store",
    });
    response.end(bytes);
  };
  const own = await listen(server, port);
  server.on("error", ({ message }) => note(`De voorvertoning kon een verzoek niet aannemen (${message}).`));
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

/** What a browser may call this server: the port of the web itself goes without saying. */
const namesOf = (port: number): string[] =>
  [HOST, "localhost"].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

/** No page elsewhere may show or read what is served here. */
const headers = [
  ["content-security-policy", "frame-ancestors 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["x-content-type-options", "nosniff"],
] as const;

const text = { "content-type": "text/plain; charset=utf-8" };
const NOTHING = "Dit document is er niet.";

/** The path that is asked for; nothing when it is no path at all. */
function pathOf(url: string): string | undefined {
  if (!URL.canParse(url, `http://${HOST}`)) return undefined;
  const { pathname } = new URL(url, `http://${HOST}`);
  return pathname === "/" ? INDEX : pathname.slice(1);
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
