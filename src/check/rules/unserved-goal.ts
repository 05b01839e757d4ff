import { modelRule, ofThing } from "../rule.js";

export const unservedGoal = modelRule(
  {
    code: "IVP508",
    severity: "warning",
    title: "Elk doel hoort bij een prioriteit.",
    why: "Een doel waar geen prioriteit aan bijdraagt, haalt het plan niet.",
    mend: "Noem het doel bij goals van een prioriteit, of haal het weg.",
  },
  ({ content, priorities }, loaded) =>
    content.goals.goals
      .filter((goal) => !priorities.some(({ goals }) => goals.includes(goal)))
      .map(({ id, title }) => ({
        ...ofThing(loaded, "goal", id),
        message: `Geen prioriteit draagt bij aan het doel “${title}”.`,
      })),
);
