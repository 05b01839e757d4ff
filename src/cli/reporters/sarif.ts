import { ruleDocs } from "../../check/index.js";
import type { Severity } from "../../diagnostics.js";
import type { Reporter } from "./reporter.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "note" };

/** SARIF 2.1.0 (OASIS), for code scanning and editors. */
export const sarif: Reporter = ({ diagnostics, folder, version }) => {
  const rules = ruleDocs.filter(({ code }) => diagnostics.some((diagnostic) => diagnostic.code === code));
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "ivp",
              version,
              language: "nl",
              rules: rules.map(({ code, title, why, mend, severity }) => ({
                id: code,
                shortDescription: { text: title },
                fullDescription: { text: why },
                help: { text: mend },
                defaultConfiguration: { level: levels[severity] },
              })),
            },
          },
          columnKind: "utf16CodeUnits",
          results: diagnostics.map(({ code, severity, file, line, column, length, message, hint, subject }) => ({
            ruleId: code,
            ruleIndex: rules.findIndex((rule) => rule.code === code),
            level: levels[severity],
            message: { text: hint ? `${message} ${hint}` : message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(`${folder}/${file}`).replace(/[?#]/g, encodeURIComponent) },
                  region: { startLine: line, startColumn: column, endColumn: column + length },
                },
              },
            ],
            ...(subject && { partialFingerprints: { "ivp/v1": `${code}:${file}:${subject}` } }),
          })),
        },
      ],
    },
    null,
    2,
  );
};
