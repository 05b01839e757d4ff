import { euros } from "../../dutch.js";
import { isWhole, spentInAll, spentOn, sumOf, undivided, wholeOf } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { budgetOf, entriesOf, ofEntry, where } from "../snapshots.js";

export const spentWithinBudget = modelRule(
  {
    code: "IVP804",
    severity: "note",
    title: "Aan een actie is niet meer uitgegeven dan voor haar hele looptijd is begroot.",
    why: "Wie meer uitgeeft dan begroot, heeft daar een besluit voor nodig.",
    mend: "Controleer het bedrag, of vraag bij decide om een besluit.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const { told, town, own } = entry;
      const { money, posts } = budgetOf(entry);
      // Of what isn't divided, some may be of the municipality.
      if (town && undivided(money.posts).length > 0) return [];
      const planned = town ? sumOf(posts) : wholeOf(money);
      const spent = town ? spentInAll(own.spent) : spentOn(told);
      if (spent === undefined || posts.length === 0 || !isWhole(planned) || spent <= planned.known) return [];
      return [
        {
          ...ofEntry(loaded, entry, ...(own.spent === undefined ? [] : ["spent"])),
          message: `Aan de actie “${told.action.title}” is${where(town)} ${euros(spent)} uitgegeven; begroot is ${euros(planned.known)}.`,
        },
      ];
    }),
);
