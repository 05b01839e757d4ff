import { imageFile, typedSource } from "../../prose/images.js";
import { isTurned } from "../picture.js";
import { imageRule } from "../rule.js";

export const turnedImage = imageRule(
  {
    code: "IVP722",
    severity: "note",
    title: "Een foto staat uit zichzelf rechtop.",
    why: "Een camera die scheef werd gehouden, zet in de foto hoe die gedraaid moet worden. Webpagina's en PDF's doen dat, maar in een Word-bestand staat de foto op zijn kant.",
    mend: "Open de foto in een tekenprogramma, draai haar rechtop en sla haar opnieuw op.",
  },
  ({ src }, assets) => {
    const bytes = assets.get(imageFile(src) ?? "");
    return bytes && isTurned(bytes)
      ? { message: `De foto “${typedSource(src)}” staat in een Word-bestand op zijn kant.` }
      : undefined;
  },
);
