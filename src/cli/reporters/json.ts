import type { Reporter } from "./reporter.js";

/** One JSON object; `schemas/report.schema.json` describes it. */
export const json: Reporter = ({ diagnostics, folder, version }) =>
  JSON.stringify(
    {
      program: `ivp ${version}`,
      folder,
      diagnostics: diagnostics.map(({ code, severity, file, line, column, length, subject, message, hint }) => ({
        code,
        severity,
        file,
        line,
        column,
        length,
        subject: subject ?? null,
        message,
        hint: hint ?? null,
      })),
    },
    null,
    2,
  );
