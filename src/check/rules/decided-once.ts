import { modelRule, ofValue } from "../rule.js";

export const decidedOnce = modelRule(
  {
    code: "IVP523",
    severity: "error",
    title: "Een gemeente besluit één keer over een programma.",
    why: "Staan er twee besluiten over één programma, dan is niet te zeggen welk geldt.",
    mend: "Laat één besluit staan; bij programme staat dat over het eerste bestand in programmes/, bij programmes dat over de andere.",
  },
  ({ content, programmes }, loaded) =>
    content.municipalities.flatMap(({ id: town, title, decisions }) => {
      const written = loaded.files.get(`municipalities/${town}.yaml`)?.value as
        | { readonly decisions?: { readonly programme?: unknown } }
        | undefined;
      const known = new Set(written?.decisions?.programme === undefined ? [] : [programmes[0]?.id]);
      return (decisions.programmes ?? []).flatMap(({ programme }, index) => {
        if (!known.has(programme)) {
          known.add(programme);
          return [];
        }
        return [
          {
            ...ofValue(
              loaded,
              `municipalities/${town}.yaml`,
              ["decisions", "programmes", index, "programme"],
              `municipality:${town}:${programme}`,
            ),
            message: `Het besluit van ${title} over “${programme}” staat er al.`,
          },
        ];
      });
    }),
);
