/** The thread of a press: see `openPress`. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { ConformanceError, EnvironmentError } from "../errors.js";
import type { BrowserOptions } from "./browser.js";
import type { Answer, Failure, Order, Pressed } from "./press.js";
import { openPrinter } from "./printer.js";

const port = parentPort as MessagePort;
const answer = (message: Answer, transferred: ArrayBuffer[] = []): void => port.postMessage(message, transferred);
const printer = openPrinter({ ...(workerData as BrowserOptions), warn: (warning) => answer({ warning }) });

const making = new Set<Promise<void>>();

port.on("message", (order: Order) => {
  if (order === "warm") {
    printer.warm();
  } else if (order === "last" || order === "close") {
    void end(order === "last" ? printer.end() : printer.close());
  } else {
    const made = make(order).then(
      (pressed) => answer({ id: order.id, pressed }, [pressed.bytes.buffer as ArrayBuffer]),
      (error: unknown) => answer({ id: order.id, failure: failureOf(error) }),
    );
    making.add(made);
    void made.then(() => making.delete(made));
  }
});

/** The thread ends when the browser is closed and what was asked is answered, be it with a failure. */
async function end(closing: Promise<void>): Promise<void> {
  await closing;
  await Promise.all(making);
  port.close();
}

async function make({ html, details }: Extract<Order, object>): Promise<Pressed> {
  // What reads PDFs is large; it loads while the browser prints the first.
  const [printed, { readPrint }] = await Promise.all([printer.print(html), import("./print.js")]);
  const print = await readPrint(printed);
  // A copy of its own, as it is handed over and not copied again.
  return { bytes: new Uint8Array(await print.finish({ ...details, html })), pages: print.count };
}

function failureOf(error: unknown): Failure {
  if (error instanceof EnvironmentError)
    return { kind: "environment", message: error.message, hint: error.hint, cause: error.cause };
  if (error instanceof ConformanceError) return { kind: "conformance", rule: error.rule, problem: error.problem };
  return { kind: "fault", error };
}
