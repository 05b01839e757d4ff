import { agree, day, period, quarters } from "../../dutch.js";
import { programmesOn } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";
import { entriesOf, fileOf, ofEntry } from "../snapshots.js";

export const snapshotPeriod = modelRule(
  {
    code: "IVP805",
    severity: "error",
    title: "Een voortgang valt binnen de looptijd van het plan en van een programma, en kan wat zij meldt al weten.",
    why: "Over acties die nog niet bestaan of een plan dat niet loopt, valt niets te melden.",
    mend: "Geef het bestand de datum waarop is gemeten, en haal weg wat er nog niet bij hoort.",
  },
  (model, loaded) => {
    const { content, programmes, terms, progress } = model;
    const { plan } = content;
    return [
      ...progress.flatMap((snapshot) => {
        const { date, kind } = snapshot;
        const year = Number(date.slice(0, 4));
        const told = (message: string) => [
          { ...ofValue(loaded, fileOf(snapshot), ["id"], `progress:${date}`), message },
        ];
        if (year < plan.period.from || year > plan.period.to)
          return told(
            `${day(date)} valt buiten de looptijd van ${agree("de", terms.plan.brief)} (${period(plan.period)}).`,
          );
        return programmesOn(programmes, date, kind).length > 0
          ? []
          : told(`Op ${day(date)} loopt er geen ${terms.programme.name}.`);
      }),
      ...entriesOf(model).flatMap((entry) => {
        const { progress: snapshot, told, town, own } = entry;
        const { programme, title } = told.action;
        if (!town && programme.period.from > Number(snapshot.date.slice(0, 4)))
          return [
            {
              ...ofEntry(loaded, entry),
              message: `De actie “${title}” hoort bij ${programme.shortTitle}, en ${agree("dat", terms.programme.brief)} loopt op ${day(snapshot.date)} nog niet.`,
            },
          ];
        return own.planning && own.planning.from > own.planning.to
          ? [
              {
                ...ofEntry(loaded, entry, "planning"),
                message: `De planning van “${title}” (${quarters(own.planning.from, own.planning.to)}) kan niet: zij eindigt voor zij begint.`,
                hint: "Zet het eerste kwartaal bij from en het laatste bij to.",
              },
            ]
          : [];
      }),
    ];
  },
);
