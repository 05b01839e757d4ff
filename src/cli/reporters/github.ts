import type { Severity } from "../../diagnostics.js";
import type { Reporter } from "./reporter.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Workflow commands of GitHub Actions: annotations beside the changed lines of a pull request. */
export const github: Reporter = ({ diagnostics, folder }) =>
  diagnostics
    .map(({ severity, code, file, line, column, length, message, hint }) => {
      const properties = { file: `${folder}/${file}`, line, col: column, endColumn: column + length, title: code };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${list.join(",")}::${data(hint ? `${message} ${hint}` : message)}`;
    })
    .join("\n");

/** What would end a command or a property is percent-encoded, as the workflow commands ask. */
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
