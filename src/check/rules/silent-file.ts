import { contentFiles, contentParts, startOf } from "../../content/index.js";
import { says } from "../../model/index.js";
import { modelRule } from "../rule.js";

/** Files that say enough by being there. */
const enough = new Set([
  "plan",
  "municipalities",
  "priorities",
  "programmes",
  "progress",
  "amendments",
  "council",
  "check",
  "style",
]);

export const silentFile = modelRule(
  {
    code: "IVP540",
    severity: "warning",
    title: "Een bestand zegt iets.",
    why: "Een bestand met alleen een titel geeft geen onderdeel van het plan: een kop zonder tekst staat nergens.",
    mend: "Schrijf de tekst, of haal het bestand weg.",
  },
  ({ source }) =>
    contentFiles(source)
      .filter(({ file }) => !enough.has(partOf(file)))
      .filter(({ value }) => !says(value as object))
      .map(({ file }) => ({
        place: () => startOf(file),
        subject: file,
        message: `${file} heeft geen tekst en komt in geen document.`,
      })),
);

const partOf = (path: string): string =>
  contentParts.find(({ file, folder }) => path === file || path.startsWith(`${folder}/`))?.key ?? "";
