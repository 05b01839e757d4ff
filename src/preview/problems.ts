import { ivp } from "../called/index.js";
import { codeFrame } from "../code-frame.js";
import type { Loaded } from "../content/index.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Document } from "../documents/index.js";
import { one } from "../dutch.js";
import { literal } from "../prose/marks.js";

/** A problem as the preview shows it. */
export interface Problem {
  readonly place: string;
  readonly message: string;
  readonly frame: string;
  readonly hint: string;
}

export function problemOf(diagnostic: Diagnostic, { files }: Loaded): Problem {
  const { file, line, column, code, message, hint = "" } = diagnostic;
  const lines = codeFrame(diagnostic, files.get(file)?.text);
  const width = String(line).length;
  return {
    place: `${file}:${line}:${column} ${code}`,
    message,
    frame: lines.map(({ number, text }) => `${String(number ?? "").padStart(width)} │ ${text}`).join("\n"),
    hint,
  };
}

/** Content that `ivp` itself can't deal with. */
export const faultOf = (error: unknown): Problem => ({
  place: "ivp",
  message: `De inhoud is niet te verwerken (${error instanceof Error ? error.message : String(error)}).`,
  frame: "",
  hint: "Draai de laatste wijziging terug, of maak de inhoud eenvoudiger.",
});

/** How many problems one page shows; who mends those gets to see the rest. */
const SHOWN = 100;

/** The page that stands in the place of every document as long as none can be made. */
export const problemsPage = (problems: readonly Problem[]): Document => ({
  id: "problems",
  kind: "problems",
  path: "problems",
  title: "De documenten zijn nog niet te maken",
  shortTitle: "Nog niet te maken",
  language: "nl",
  status: { state: "vastgesteld", label: "" },
  cover: {
    kicker: "Voorvertoning",
    title: "De documenten zijn nog niet te maken",
    subtitle: "Eerst moet dit beter. De documenten komen vanzelf zodra de inhoud klopt.",
    facts: [],
    style: "band",
  },
  sections: [
    {
      type: "section",
      anchor: "problems",
      title: one(problems.length, "Eén fout in de inhoud", `${problems.length} fouten in de inhoud`),
      blocks: [
        {
          type: "list",
          items: problems.slice(0, SHOWN).map(({ place, message, hint }) => ({
            text: [`**${oneLine(place)}** ${oneLine(message)}`, ...(hint ? [`*${oneLine(hint)}*`] : [])].join(" "),
          })),
        },
        ...(problems.length > SHOWN
          ? [{ type: "prose" as const, text: `En nog ${problems.length - SHOWN}. Zie ${ivp} check.` }]
          : []),
      ],
    },
  ],
  links: new Map(),
  images: new Map(),
  data: {},
});

const oneLine = (text: string): string => literal(text.replace(/\s+/g, " ").trim());
