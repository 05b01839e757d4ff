import { modelRule, ofValue } from "../rule.js";

export const localThemeWithoutAction = modelRule(
  {
    code: "IVP503",
    severity: "warning",
    title: "Elk lokaal thema van een gemeente heeft een actie waaraan die gemeente meedoet.",
    why: "Een programma werkt ook de lokale thema's uit; anders kiest een gemeente iets en gebeurt er niets.",
    mend: "Voeg de gemeente toe aan een actie met dit thema, of haal het thema bij de gemeente weg.",
  },
  ({ municipalities }, loaded) =>
    municipalities.flatMap((town) =>
      town.localThemes.flatMap(({ theme }, index) =>
        town.actions.some(({ localThemes }) => localThemes.includes(theme))
          ? []
          : [
              {
                ...ofValue(
                  loaded,
                  `municipalities/${town.id}.yaml`,
                  ["localThemes", index, "theme"],
                  `${town.id}:${theme.id}`,
                ),
                message: `Het lokale thema “${theme.title}” van ${town.title} heeft geen actie waaraan ${town.title} meedoet.`,
              },
            ],
      ),
    ),
);
