import { decimal } from "../../dutch.js";
import { imageFile, typedSource } from "../../prose/images.js";
import { MOST_BYTES } from "../picture.js";
import { imageRule } from "../rule.js";

export const heavyImage = imageRule(
  {
    code: "IVP706",
    severity: "error",
    fixed: true,
    title: "Een afbeelding is ten hoogste 2 MB.",
    why: "De afbeelding zit in elk document dat haar toont; grote documenten openen traag, vooral op een telefoon.",
    mend: "Maak de afbeelding kleiner: 2000 beeldpunten breed is genoeg voor papier.",
  },
  ({ src }, assets) => {
    const size = assets.get(imageFile(src) ?? "")?.length ?? 0;
    const megabytes = decimal(size / 1e6, 1);
    return size > MOST_BYTES ? { message: `De afbeelding “${typedSource(src)}” is ${megabytes} MB.` } : undefined;
  },
);
