import { firmRule } from "../../diagnostics.js";
import { startOf } from "../places.js";
import { partOfFile } from "../schemas.js";

export const strayFile = firmRule(
  {
    code: "IVP107",
    title: "Een YAML-bestand in de inhoudsmap hoort bij de inhoud.",
    why: "Een bestand met een verkeerde naam zou ongemerkt nergens in komen.",
    mend: "Geef het de goede naam of map, of haal het weg.",
  },
  {
    hidden: (file: string) => [
      {
        place: () => startOf(file),
        message: "Dit bestand is verborgen (de naam begint met een punt) en zou nergens in komen.",
        hint: "Haal de punt aan het begin van de naam weg, of haal het bestand weg.",
      },
    ],
    nowhere: (file: string) => [
      {
        place: () => startOf(file),
        message: "Dit bestand hoort niet bij de inhoud en zou nergens in komen.",
        hint: placeFor(file),
      },
    ],
  },
);

/** Where a YAML file that belongs nowhere was most likely meant to be. */
function placeFor(path: string): string {
  const named = path.replace(/\.ya?ml(?:\.txt)?\s*$/i, ".yaml");
  const steps = named.split("/");
  const lower = [...steps.slice(0, -1).map((step) => step.toLowerCase()), steps.at(-1)].join("/");
  const tries = [named, lower, named.toLowerCase(), steps.length > 2 ? `${steps[0]}/${steps.at(-1)}` : named];
  const meant = tries.find((candidate) => candidate !== path && partOfFile(candidate) !== undefined);
  return meant
    ? `Noem het ${meant}, of haal het weg.`
    : "Geef het de goede naam, met .yaml aan het eind, zet het in de goede map, of haal het weg.";
}
