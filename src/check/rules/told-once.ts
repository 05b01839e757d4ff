import { modelRule, ofValue } from "../rule.js";
import { entriesOf, fileOf, ofEntry } from "../snapshots.js";

export const toldOnce = modelRule(
  {
    code: "IVP803",
    severity: "error",
    fixed: true,
    title: "Een voortgang noemt elke actie één keer, met gemeenten die eraan meedoen.",
    why: "Van twee meldingen over één actie is niet te zeggen welke telt, en een gemeente die niet meedoet heeft geen voortgang.",
    mend: "Voeg de twee samen, of haal er een weg.",
  },
  (model, loaded) => [
    ...model.content.progress.flatMap((snapshot) =>
      snapshot.actions.flatMap(({ action, municipalities }, index) => [
        ...(snapshot.actions.findIndex((one) => one.action === action) === index
          ? []
          : [
              {
                ...ofValue(loaded, fileOf(snapshot), ["actions", index, "action"], `progress:${snapshot.id}/${action}`),
                message: `De actie ${action} staat hier twee keer.`,
              },
            ]),
        ...municipalities.flatMap(({ municipality }, place) =>
          municipalities.findIndex((one) => one.municipality === municipality) === place
            ? []
            : [
                {
                  ...ofValue(
                    loaded,
                    fileOf(snapshot),
                    ["actions", index, "municipalities", place, "municipality"],
                    `progress:${snapshot.id}/${action}/${municipality}`,
                  ),
                  message: `De gemeente ${municipality} staat twee keer bij de actie ${action}.`,
                },
              ],
        ),
      ]),
    ),
    ...entriesOf(model).flatMap((entry) => {
      const { told, town } = entry;
      return !town || told.action.municipalities.includes(town)
        ? []
        : [
            {
              ...ofEntry(loaded, entry),
              message: `${town.title} doet niet mee aan de actie “${told.action.title}”.`,
              hint: "Haal de gemeente hier weg, of zet haar bij municipalities van de actie.",
            },
          ];
    }),
  ],
);
