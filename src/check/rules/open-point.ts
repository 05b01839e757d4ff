import { modelRule, ofValue } from "../rule.js";

export const openPoint = modelRule(
  {
    code: "IVP511",
    severity: "note",
    title: "Wat open is, staat op de lijst.",
    why: "Raad, college en driehoek moeten kunnen zien welke besluiten op hen wachten.",
    mend: "Vervang het blok met open en by door het besluit, zodra het er is.",
  },
  ({ openPoints }, loaded) =>
    openPoints.map(({ what, by, about, file, path }) => ({
      ...ofValue(loaded, file, [...path, "open"], `${file}:${path.join(".")}`),
      message: `Open: ${what}${about ? ` (${about})` : ""}.`,
      hint: `Hierover beslist: ${by.title}.`,
    })),
);
