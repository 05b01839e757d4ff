import type { Path } from "../../content/index.js";
import { meetingOf } from "../../documents/index.js";
import { day, period } from "../../dutch.js";
import { isOpen, type Model } from "../../model/index.js";
import { isNear } from "../decision-date.js";
import { modelRule, ofValue } from "../rule.js";

type Council = Model["content"]["council"];

export const councilDates = modelRule(
  {
    code: "IVP572",
    severity: "warning",
    title:
      "Een raadsvoorstel is niet van na de raadsvergadering, en beide vallen kort voor of in de looptijd van het plan.",
    why: "De raad leest het voorstel voordat hij besluit (Gemeentewet, artikel 160). Een datum van jaren ervoor of van erna is meestal een tikfout.",
    mend: "Verbeter de datum van het voorstel, of die van de vergadering of het besluit.",
  },
  (model, loaded) => {
    const { council, plan } = model.content;
    const foreign = daysOf(council).filter(({ date }) => !isNear(date, plan.period));
    return [
      ...foreign.map(({ name, path, date }) => ({
        ...ofValue(loaded, "council.yaml", path, `council:${path.join(".")}`),
        message: `${name} van ${day(date)} past niet bij de looptijd ${period(plan.period)}.`,
      })),
      ...model.municipalities.flatMap((town) => {
        const { id, title } = town;
        const index = council.municipalities.findIndex(({ municipality }) => municipality === id);
        const own = council.municipalities[index];
        const date = own?.date ?? council.date;
        const meeting = meetingOf(model, town);
        if (date === undefined || isOpen(date) || meeting === undefined || isOpen(meeting) || date <= meeting)
          return [];
        if (foreign.some((one) => one.date === date || one.date === meeting)) return [];
        const path = own?.date === undefined ? ["date"] : ["municipalities", index, "date"];
        return [
          {
            ...ofValue(loaded, "council.yaml", path, `council:${id}:date`),
            message: `Het voorstel voor ${title} is van ${day(date)}, na de raadsvergadering van ${day(meeting)}.`,
          },
        ];
      }),
    ];
  },
);

/** The days of proposals and meetings that the content gives, with their places. */
function daysOf(council: Council): { readonly name: string; readonly path: Path; readonly date: string }[] {
  const all = [
    { path: [] as Path, of: council },
    ...council.municipalities.map((of, index) => ({ path: ["municipalities", index], of })),
  ];
  return all.flatMap(({ path, of }) =>
    (["date", "meeting"] as const).flatMap((key) => {
      const date = of[key];
      if (date === undefined || isOpen(date)) return [];
      return [{ name: key === "date" ? "Het voorstel" : "De raadsvergadering", path: [...path, key], date }];
    }),
  );
}
