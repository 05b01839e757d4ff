import { day } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { outdatedNames } from "../outdated-names.js";
import { firstOfEach, modelWordRule } from "../rule.js";

export const outdatedName = modelWordRule(
  {
    code: "IVP403",
    severity: "warning",
    title: "Wetten en ministeries heten zoals zij in de looptijd van het plan heten.",
    why: "Een naam die al bij het begin van het plan verouderd is, maakt het plan ongeloofwaardig; een naam die tijdens de looptijd verandert, vraagt om een woord uitleg.",
    mend: "Gebruik de nieuwe naam, of zeg erbij wat er wanneer verandert.",
  },
  // Which names are old follows from the plan, and what explains them stands in the glossary.
  (model) => ({ end: `${model.content.plan.period.to}-12-31`, explanations: explanationsOf(model) }),
  ({ end, explanations }) => {
    const explaining = new Set(explanations);
    return (text) =>
      explaining.has(text)
        ? []
        : outdatedNames
            .filter(
              ({ since, now }) =>
                since <= end && !now.split(/[()]/).some((name) => name.trim().length > 2 && text.includes(name.trim())),
            )
            .flatMap(({ pattern, old, now, since, source }) =>
              firstOfEach(text, pattern).map((found) => ({
                ...found,
                message: `“${old}” heet sinds ${day(since)} ${now} (${source}).`,
              })),
            );
  },
);

/** The texts of entries of the glossary that are there to explain an old name. */
const explanationsOf = ({ content }: Model): string[] =>
  content.glossary.terms.flatMap(({ term, meaning, explanation = "" }) =>
    explains(`${meaning} ${explanation}`) ? [term, meaning, explanation] : [],
  );

/** Whether a text names the new name too: then it tells of the change. */
const mentions = (text: string, now: string): boolean =>
  now
    .split(/[()]| en /)
    .some((name) => name.trim().length > 2 && text.toLowerCase().includes(name.trim().toLowerCase()));

const explains = (text: string): boolean =>
  outdatedNames.some(({ now }) => mentions(text, now)) || /vervang|nieuwe naam|later/i.test(text);
