import { day } from "../../dutch.js";
import { modelRule, ofValue } from "../rule.js";

export const mergedMunicipality = modelRule(
  {
    code: "IVP516",
    severity: "error",
    title: "Een gemeente die ophoudt, doet dat tijdens het plan, en haar opvolger bestaat.",
    why: "Documenten zeggen tot wanneer een gemeente bestaat en welke gemeente daarna komt.",
    mend: "Zet bij until een dag na het begin van het plan, en bij successor de sleutelnaam van een andere gemeente of een naam.",
  },
  ({ content: { plan, municipalities } }, loaded) =>
    municipalities.flatMap(({ id, title, until, successor }) => {
      const wrong = (key: string, message: string) => ({
        ...ofValue(loaded, `municipalities/${id}.yaml`, [key], `municipality:${id}:${key}`),
        message,
      });
      const isId = successor !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(successor);
      const next = municipalities.find((town) => town.id === successor || town.title === successor);
      return [
        ...(until !== undefined && until <= `${plan.period.from}-01-01`
          ? [wrong("until", `${title} houdt op ${day(until)} op, voordat het plan in ${plan.period.from} begint.`)]
          : []),
        ...(isId && !next ? [wrong("successor", `Er is geen gemeente met de sleutelnaam “${successor}”.`)] : []),
        ...(next?.id === id ? [wrong("successor", `${title} kan zichzelf niet opvolgen.`)] : []),
        ...(successor !== undefined && until === undefined
          ? [wrong("successor", `${title} heeft een opvolger, maar er staat niet bij tot wanneer zij bestaat.`)]
          : []),
      ];
    }),
);
