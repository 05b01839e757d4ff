import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node.js";
import { root } from "./ivp.js";

/** A problem as the editor underlines it; lines count from 0. */
export interface EditorProblem {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** The real yaml-language-server, spoken to as an editor does. */
export interface LanguageServer {
  /** Opens a file with a text and waits for what the server says of it. */
  readonly open: (path: string, text: string) => Promise<readonly EditorProblem[]>;
  /** The text of the hover at a place, lines and characters from 0. */
  readonly hover: (path: string, line: number, character: number) => Promise<string>;
  /** The labels that completion offers at a place. */
  readonly complete: (path: string, line: number, character: number) => Promise<readonly string[]>;
  readonly stop: () => void;
}

export async function startLanguageServer(): Promise<LanguageServer> {
  const bin = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
  const server = spawn(process.execPath, [bin, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<string, (problems: readonly EditorProblem[]) => void>();
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: { uri: string; diagnostics: EditorProblem[] }) => {
      waiting.get(uri)?.(diagnostics);
    },
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) =>
      section === "yaml" ? { validate: true, hover: true, completion: true, schemaStore: { enable: false } } : {},
    ),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: {} },
    },
  });
  await connection.sendNotification("initialized", {});
  const uriOf = (path: string): string => pathToFileURL(`${root}/${path}`).href;
  let version = 0;
  return {
    open: async (path, text) => {
      const uri = uriOf(path);
      const told = new Promise<readonly EditorProblem[]>((resolve) => waiting.set(uri, resolve));
      version++;
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version, text },
      });
      return told;
    },
    hover: async (path, line, character) => {
      const answer = await connection.sendRequest<{ contents: { value?: string } | string } | null>(
        "textDocument/hover",
        { textDocument: { uri: uriOf(path) }, position: { line, character } },
      );
      const contents = answer?.contents ?? "";
      return typeof contents === "string" ? contents : (contents.value ?? "");
    },
    complete: async (path, line, character) => {
      const { items } = await connection.sendRequest<{ items: { label: string }[] }>("textDocument/completion", {
        textDocument: { uri: uriOf(path) },
        position: { line, character },
      });
      return items.map(({ label }) => label);
    },
    stop: () => {
      connection.dispose();
      server.kill();
    },
  };
}
