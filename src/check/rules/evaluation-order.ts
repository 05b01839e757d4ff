import { agree, day } from "../../dutch.js";
import { modelRule, ofValue } from "../rule.js";
import { fileOf } from "../snapshots.js";

export const evaluationOrder = modelRule(
  {
    code: "IVP816",
    severity: "warning",
    title: "Een plan heeft één eindevaluatie, in zijn laatste jaar, en daarna geen tussenevaluatie meer.",
    why: "Een eindevaluatie zegt welke doelen zijn gehaald: dat staat pas vast als het plan afloopt.",
    mend: "Pas kind of de datum aan.",
  },
  ({ content: { plan }, progress, terms }, loaded) => {
    const last = progress.find(({ kind }) => kind === "eindevaluatie");
    return progress.flatMap((snapshot) => {
      const { date, kind } = snapshot;
      const at = ofValue(loaded, fileOf(snapshot), ["kind"], `progress:${date}`);
      const brief = agree("de", terms.plan.brief);
      if (kind === "eindevaluatie" && Number(date.slice(0, 4)) < plan.period.to)
        return [
          {
            ...at,
            message: `${day(date)} is te vroeg voor een eindevaluatie: ${brief} loopt tot en met ${plan.period.to}.`,
          },
        ];
      if (kind === "voortgang" || !last || snapshot === last || last.date > date) return [];
      return [{ ...at, message: `Op ${day(last.date)} was er al een eindevaluatie van ${brief}.` }];
    });
  },
);
