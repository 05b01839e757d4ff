import { closest } from "../../closest.js";
import { meant } from "../../dutch.js";
import { imageFile, typedSource } from "../../prose/images.js";
import { typeOf } from "../picture.js";
import { imageRule } from "../rule.js";

export const imageSource = imageRule(
  {
    code: "IVP701",
    severity: "error",
    fixed: true,
    title: "Een afbeelding staat in de inhoudsmap en is PNG of JPEG.",
    why: "Documenten bevatten alles zelf: een afbeelding van elders kan veranderen, verdwijnen of lezers volgen.",
    mend: "Zet de afbeelding als PNG of JPEG in de inhoudsmap en noem het pad vanaf die map.",
  },
  ({ src }, assets) => {
    const file = imageFile(src);
    const typed = typedSource(src);
    if (file === undefined) {
      const message =
        typed === "" ? "Deze afbeelding noemt geen bestand." : `“${typed}” is geen bestand in de inhoudsmap.`;
      const hint = typed.includes("\\") ? "Schrijf in een pad / tussen mappen, geen \\." : undefined;
      return { message, hint };
    }
    const bytes = assets.get(file);
    if (bytes) return typeOf(bytes) ? undefined : { message: `De afbeelding “${typed}” is geen PNG of JPEG.` };
    return { message: `De afbeelding “${typed}” is er niet.`, hint: meant(closest(file, assets.keys())) };
  },
);
