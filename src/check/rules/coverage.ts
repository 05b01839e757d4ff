import type { Diagnostic } from "../../diagnostics.js";
import { modelRule, placeOf } from "../rule.js";

/** Every measure and every local theme is carried out by somebody, and every action carries out something. */
export const coverage = modelRule((model, loaded): Diagnostic[] => [
  ...model.measures
    .filter(({ actions }) => actions.length === 0)
    .map(
      ({ id, number }): Diagnostic => ({
        code: "IVP501",
        severity: "warning",
        ...placeOf(loaded, "measure", id),
        message: `Maatregel ${number} heeft geen actie in het uitvoeringsprogramma.`,
        hint: `Voeg een actie toe met measures: [${id}].`,
      }),
    ),
  ...model.programmes
    .flatMap(({ actions }) => actions)
    .filter(({ measures, localThemes }) => measures.length + localThemes.length === 0)
    .map(
      ({ id }): Diagnostic => ({
        code: "IVP502",
        severity: "warning",
        ...placeOf(loaded, "action", id),
        message: `De actie “${id}” voert geen maatregel en geen lokaal thema uit.`,
        hint: "Vul measures of localThemes in.",
      }),
    ),
  ...model.municipalities.flatMap((municipality) =>
    municipality.localThemes
      .filter(({ theme }) => !municipality.actions.some(({ localThemes }) => localThemes.includes(theme)))
      .map(
        ({ theme }): Diagnostic => ({
          code: "IVP503",
          severity: "warning",
          ...placeOf(loaded, "municipality", municipality.id),
          message: `Het lokale thema “${theme.title}” van ${municipality.title} heeft geen actie waaraan ${municipality.title} meedoet.`,
          hint: `Voeg ${municipality.id} toe aan een actie met localThemes: [${theme.id}].`,
        }),
      ),
  ),
]);
