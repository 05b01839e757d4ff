import { modelRule, ofValue } from "../rule.js";

export const councilOnce = modelRule(
  {
    code: "IVP570",
    severity: "error",
    title: "Een gemeente staat één keer in council.yaml.",
    why: "Staat zij er twee keer, dan is niet te zeggen wat er in haar raadsstukken komt.",
    mend: "Zet alles van deze gemeente bij elkaar.",
  },
  ({ content: { council } }, loaded) =>
    council.municipalities.flatMap(({ municipality }, index, all) =>
      all.findIndex((other) => other.municipality === municipality) === index
        ? []
        : [
            {
              ...ofValue(loaded, "council.yaml", ["municipalities", index, "municipality"], `council:${municipality}`),
              message: `De gemeente “${municipality}” staat er al.`,
            },
          ],
    ),
);
