import type { Content, Path } from "../../content/index.js";
import { storyParts } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

type Priority = Content["priorities"][number];
type Story = Pick<Priority, (typeof storyParts)[number] | "parts">;

export const hiddenText = modelRule(
  {
    code: "IVP537",
    severity: "error",
    title: "Wat bij een prioriteit geschreven is, heeft een kop waaronder het komt te staan.",
    why: "Anders valt een tekst of een maatregel ongemerkt uit alle documenten.",
    mend: "Zet het onderdeel bij structure.priority in plan.yaml, of haal de tekst weg.",
  },
  ({ source, headings }, loaded) => {
    const shown = new Set(headings.map((heading) => ("part" in heading ? heading.part : "")));
    return source.priorities.flatMap((priority) => {
      const { id, paragraphs = [] } = priority;
      const at = (path: Path, told: { message: string; hint?: string }) => ({
        ...ofValue(loaded, `priorities/${id}.yaml`, path, `priority:${id}`),
        ...told,
      });
      const hidden = (story: Story, path: Path) =>
        written(story)
          .filter((part) => part !== "parts" && !shown.has(part))
          .map((part) =>
            at([...path, part], {
              message: `Wat bij ${part} staat, komt in geen document: structure.priority noemt het niet.`,
            }),
          );
      const own = paragraphs.length === 0 ? [] : written(priority);
      return [
        ...own.map((part) =>
          at([part], {
            message: `Wat bij ${part} staat, komt in geen document: deze prioriteit heeft paragrafen.`,
            hint: "Zet het in een van de paragrafen, of onder introduction.",
          }),
        ),
        ...(own.length > 0 ? [] : hidden(priority, [])),
        ...paragraphs.flatMap((paragraph, index) => hidden(paragraph, ["paragraphs", index])),
      ];
    });
  },
);

/** The keys under which something is written. */
const written = (story: Story): (keyof Story)[] =>
  ([...storyParts, "parts"] as const).filter((part) => (story[part] ?? "").length > 0);
