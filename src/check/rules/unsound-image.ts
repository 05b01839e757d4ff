import { imageFile, typedSource } from "../../prose/images.js";
import { defectOf, typeOf } from "../picture.js";
import { imageRule } from "../rule.js";

export const unsoundImage = imageRule(
  {
    code: "IVP707",
    severity: "error",
    fixed: true,
    title: "Een afbeelding is heel, en ten hoogste 10.000 beeldpunten breed en hoog.",
    why: "Een afgebroken of vreemde afbeelding komt half, leeg of met verkeerde kleuren in het document.",
    mend: "Open de afbeelding in een tekenprogramma en sla haar opnieuw op als PNG of JPEG, hoogstens 2000 beeldpunten breed.",
  },
  ({ src }, assets) => {
    const bytes = assets.get(imageFile(src) ?? "");
    const defect = bytes && typeOf(bytes) && defectOf(bytes);
    return defect ? { message: `De afbeelding “${typedSource(src)}” ${defect}.` } : undefined;
  },
);
