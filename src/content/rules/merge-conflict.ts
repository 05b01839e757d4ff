import { firmRule } from "../../diagnostics.js";

export const mergeConflict = firmRule(
  {
    code: "IVP108",
    title: "Een bestand heeft geen samenvoegconflict.",
    why: "Zolang git beide versies laat staan, is niet bekend welke geldt.",
    mend: "Kies wat er moet staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
  },
  {
    /** The places where git left two versions for someone to choose from. */
    find: (file: string, text: string) => {
      if (!text.includes("<<<<<<<")) return [];
      const lines = text.split(/\r?\n/);
      return lines.flatMap((line, index) => {
        if (!/^<{7}( |$)/.test(line)) return [];
        const end = lines.findIndex((other, later) => later > index && /^>{7}( |$)/.test(other));
        if (end < 0) return [];
        return [
          {
            place: () => ({ file, line: index + 1, column: 1, length: line.length }),
            message: `Hier staat een samenvoegconflict van git (merge conflict), regel ${index + 1} tot en met ${end + 1}.`,
          },
        ];
      });
    },
  },
);
