import { day } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const councilDates = modelRule(
  {
    code: "IVP572",
    severity: "warning",
    title: "Een raadsvoorstel is niet van na de raadsvergadering.",
    why: "De raad leest het voorstel voordat hij besluit (Gemeentewet, artikel 160).",
    mend: "Verbeter de datum van het voorstel, of die van de vergadering of het besluit.",
  },
  ({ content: { council }, municipalities }, loaded) =>
    municipalities.flatMap(({ id, title, decisions }) => {
      const index = council.municipalities.findIndex(({ municipality }) => municipality === id);
      const own = council.municipalities[index];
      const date = own?.date ?? council.date;
      const decided = decisions.plan.date;
      const meeting = typeof decided === "string" ? decided : (own?.meeting ?? council.meeting);
      if (date === undefined || isOpen(date) || meeting === undefined || isOpen(meeting) || date <= meeting) return [];
      const path = own?.date === undefined ? ["date"] : ["municipalities", index, "date"];
      return [
        {
          ...ofValue(loaded, "council.yaml", path, `council:${id}:date`),
          message: `Het voorstel voor ${title} is van ${day(date)}, na de raadsvergadering van ${day(meeting)}.`,
        },
      ];
    }),
);
