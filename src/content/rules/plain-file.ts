import { firmRule } from "../../diagnostics.js";
import { startOf } from "../places.js";
import type { Refusal } from "../read.js";

const told: Readonly<Record<Refusal | "twin", readonly [message: string, hint: string]>> = {
  link: [
    "Dit is een koppeling (symbolic link); ivp leest alleen gewone bestanden en mappen.",
    "Vervang de koppeling door een kopie van het bestand of de map.",
  ],
  special: ["Dit is geen bestand en geen map.", "Haal het weg uit de inhoudsmap."],
  unreadable: ["Dit bestand of deze map is niet te lezen.", "Controleer de naam en uw rechten."],
  twin: [
    "Er zijn twee bestanden met deze naam: de ene met een é als één teken, de andere met een los accent.",
    "Haal een van de twee weg.",
  ],
};

export const plainFile = firmRule(
  {
    code: "IVP112",
    title: "De inhoudsmap heeft alleen gewone bestanden en mappen, elk met een eigen naam.",
    why: "Een koppeling kan naar iets buiten de inhoud wijzen, en git slaat alleen op waar zij heen wijst.",
    mend: "Vervang de koppeling door het bestand zelf, of haal haar weg.",
  },
  {
    find: (file: string, what: keyof typeof told) => {
      const [message, hint] = told[what];
      return [{ place: () => startOf(file), message, hint }];
    },
  },
);
