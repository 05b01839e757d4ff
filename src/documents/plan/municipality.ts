import { type Model, type Municipality, onlyOne } from "../../model/index.js";
import { emphases, themeTable } from "../annex/town.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";

/** What the only municipality says of itself: where there are more, that stands in the annex of each. */
export function municipality(model: Model): Block[] {
  const town = onlyOne(model.municipalities);
  return town ? [prose(town.introduction), emphases(model, town)] : [];
}

/** The local themes of the only municipality: those that it chose, and those from which it can choose. */
export function ownThemes(model: Model): Block[] {
  const town = onlyOne(model.municipalities);
  if (!town) return [];
  const { annexText = "", themes } = model.content.localThemes;
  const chosen = new Map(town.localThemes.map((choice) => [choice.theme.id, choice]));
  const rows = themes.map((theme): Partial<Municipality["localThemes"][number]> & { theme: typeof theme } => ({
    theme,
    ...chosen.get(theme.id),
  }));
  return [prose(annexText), themeTable(model, town, rows)];
}
