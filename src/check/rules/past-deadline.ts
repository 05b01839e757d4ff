import { agree, months } from "../../dutch.js";
import { modelTextRule } from "../rule.js";

const deadline = new RegExp(
  `\\b(uiterlijk|vóór|voor|vanaf)\\s+(?:op\\s+|in\\s+)?(?:\\d{1,2}\\s+)?(?:${months.join("|")})?\\s*((?:19|20)\\d\\d)\\b`,
  "giu",
);

export const pastDeadline = modelTextRule(
  {
    code: "IVP513",
    severity: "warning",
    title: "Een termijn met “uiterlijk” of “voor” ligt niet voor het begin van het plan.",
    why: "Een termijn die al voorbij is als het plan begint, is geen afspraak meer maar een terugblik.",
    mend: "Noem een termijn binnen de looptijd, of schrijf in de verleden tijd wat er is gebeurd.",
  },
  ({ content, terms }) => ({ from: content.plan.period.from, plan: agree("de", terms.plan.brief) }),
  ({ from, plan }) =>
    (text) =>
      [...text.matchAll(deadline)]
        .filter(([, word, year]) => word?.toLowerCase() !== "vanaf" && Number(year) < from)
        .filter(({ index }) => !inPast(text, index))
        .map(({ 0: snippet, index: at }) => ({
          snippet,
          at,
          message: `De termijn “${snippet.trim()}” ligt voor het begin van ${plan} in ${from}.`,
        })),
);

/** Whether the sentence around a place tells of the past: then it is no deadline. */
function inPast(text: string, index: number): boolean {
  const start = text.lastIndexOf("\n", index) + 1;
  const end = text.indexOf("\n", index);
  return /\b(moest|moesten|was|waren|had|hadden|werd|werden|kreeg|kregen|hoefde|hoefden)\b/i.test(
    text.slice(start, end < 0 ? undefined : end),
  );
}
