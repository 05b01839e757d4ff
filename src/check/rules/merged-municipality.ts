import { agree, day } from "../../dutch.js";
import { modelRule, ofValue } from "../rule.js";

export const mergedMunicipality = modelRule(
  {
    code: "IVP516",
    severity: "error",
    title: "Een gemeente die ophoudt, doet dat tijdens het plan, en haar opvolger bestaat.",
    why: "Documenten zeggen tot wanneer een gemeente bestaat en welke gemeente daarna komt.",
    mend: "Zet bij until een dag na het begin van period in plan.yaml, en bij successor de sleutelnaam van een andere gemeente of een naam.",
  },
  ({ content: { plan, municipalities }, terms }, loaded) =>
    municipalities.flatMap(({ id, title, until, successor }) => {
      const wrong = (key: string, message: string) => ({
        ...ofValue(loaded, `municipalities/${id}.yaml`, [key], `municipality:${id}:${key}`),
        message,
      });
      const isId = successor !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(successor);
      const successorOf = (of: { readonly successor?: string } | undefined) =>
        municipalities.find((town) => town.id === of?.successor || town.title === of?.successor);
      const next = successorOf({ ...(successor !== undefined && { successor }) });
      const circle = next && next.id !== id ? circleFrom({ id, title }, next, successorOf) : [];
      return [
        ...(until !== undefined && until <= `${plan.period.from}-01-01`
          ? [
              wrong(
                "until",
                `${title} houdt op ${day(until)} op, voordat ${agree("de", terms.plan.brief)} in ${plan.period.from} begint.`,
              ),
            ]
          : []),
        ...(isId && !next ? [wrong("successor", `Er is geen gemeente met de sleutelnaam “${successor}”.`)] : []),
        ...(next?.id === id ? [wrong("successor", `${title} kan zichzelf niet opvolgen.`)] : []),
        ...(circle.length > 0
          ? [wrong("successor", `Deze gemeenten volgen elkaar in een kring op: ${circle.join(", ")} en weer ${title}.`)]
          : []),
        ...(successor !== undefined && until === undefined
          ? [wrong("successor", `${title} heeft een opvolger, maar er staat niet bij tot wanneer zij bestaat.`)]
          : []),
      ];
    }),
);

interface Town {
  readonly id: string;
  readonly title: string;
}

/** The names of those who come after a municipality, from itself, if it comes after itself in the end; else none. */
function circleFrom<T extends Town>(start: Town, next: T, successorOf: (town: T) => T | undefined): string[] {
  const names = [start.title];
  const seen = new Set<string>();
  for (let town: T | undefined = next; town && !seen.has(town.id); town = successorOf(town)) {
    if (town.id === start.id) return names;
    seen.add(town.id);
    names.push(town.title);
  }
  return [];
}
