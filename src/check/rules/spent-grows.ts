import { day, euros } from "../../dutch.js";
import { before, spentInAll, spentOn, toldIn } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { entriesOf, ofEntry, where } from "../snapshots.js";

export const spentGrows = modelRule(
  {
    code: "IVP806",
    severity: "warning",
    title: "Wat aan een actie is uitgegeven, wordt niet minder.",
    why: "Bij spent staat alles sinds het begin van het programma: minder dan de vorige keer kan niet, tenzij er geld terugkwam.",
    mend: "Tel op wat er sinds het begin is uitgegeven, of keur dit goed in check.yaml als er geld terugkwam.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const { progress, told, town, own } = entry;
      const now = town ? spentInAll(own.spent) : spentOn(told);
      if (now === undefined) return [];
      const earlier = before(model.progress, progress).flatMap((snapshot) => {
        const then = toldIn(snapshot, told.action);
        const inTown = then?.municipalities.find(({ municipality }) => municipality === town);
        const spent = town ? spentInAll(inTown?.spent) : then && spentOn(then);
        return spent === undefined ? [] : [{ date: snapshot.date, spent }];
      });
      const last = earlier.at(-1);
      return last && last.spent > now
        ? [
            {
              ...ofEntry(loaded, entry, ...(own.spent === undefined ? [] : ["spent"])),
              message: `Aan de actie “${told.action.title}” was${where(town)} op ${day(last.date)} ${euros(last.spent)} uitgegeven, nu ${euros(now)}.`,
            },
          ]
        : [];
    }),
);
