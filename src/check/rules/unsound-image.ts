import { imageFile, typedSource } from "../../prose/images.js";
import { scan } from "../../prose/index.js";
import { defectOf, typeOf } from "../picture.js";
import { textRule } from "../rule.js";

export const unsoundImage = textRule(
  {
    code: "IVP707",
    severity: "error",
    fixed: true,
    title: "Een afbeelding is heel, en ten hoogste 10.000 beeldpunten breed en hoog.",
    why: "Een afgebroken of vreemde afbeelding komt half, leeg of met verkeerde kleuren in het document.",
    mend: "Open de afbeelding in een tekenprogramma en sla haar opnieuw op als PNG of JPEG, hoogstens 2000 beeldpunten breed.",
  },
  (text, { loaded }) =>
    scan(text).images.flatMap(({ src, alt: _, ...found }) => {
      const bytes = loaded.assets.get(imageFile(src) ?? "");
      const defect = bytes && typeOf(bytes) && defectOf(bytes);
      return defect ? [{ ...found, message: `De afbeelding “${typedSource(src)}” ${defect}.` }] : [];
    }),
);
