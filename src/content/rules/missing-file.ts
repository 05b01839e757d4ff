import { ivp } from "../../called/index.js";
import { type Finding, firmRule } from "../../diagnostics.js";
import { enumeration } from "../../dutch.js";
import { startOf } from "../places.js";
import { type ContentPart, contentParts, resolve } from "../schemas.js";

export const missingFile = firmRule(
  {
    code: "IVP104",
    title: "Een plan heeft plan.yaml, ten minste één gemeente en ten minste één prioriteit.",
    why: "Zonder naam en looptijd, zonder gemeente of zonder prioriteit is er geen plan om te laten zien.",
    mend: `Begin een plan met ${ivp} init, of wijs met --content de map aan waar het staat.`,
  },
  {
    /** @param absent the parts without which nothing can come of content, as far as they are absent */
    find: (absent: readonly ContentPart[]): Finding[] => {
      const [first] = absent;
      if (first && absent.length === contentParts.filter(({ optional }) => !optional).length)
        return [{ place: () => startOf(nameOf(first)), message: "In deze map staat nog geen plan." }];
      return absent.map((part) => ({
        place: () => startOf(nameOf(part)),
        message: part.file
          ? `Het bestand ${part.file} ontbreekt.`
          : `De map ${part.folder}/ heeft geen enkel .yaml-bestand.`,
        hint: `${howToWrite(part)} Was het er al? Haal het dan terug uit git.`,
      }));
    },
  },
);

const nameOf = ({ file, folder }: ContentPart): string => file ?? `${folder}/`;

/** What to write in a file that is absent. */
function howToWrite({ file, folder, schema }: ContentPart): string {
  const { title = "", required = [] } = resolve(schema);
  const keys = enumeration(required);
  return file
    ? `Schrijf ${file} met ten minste ${keys}.`
    : `Zet in ${folder}/ voor elke ${title.toLowerCase()} een bestand met ten minste ${keys}, dat net zo heet als de sleutelnaam.`;
}
