import { decimal } from "../../dutch.js";
import { imageFile, typedSource } from "../../prose/images.js";
import { scan } from "../../prose/index.js";
import { MOST_BYTES } from "../picture.js";
import { textRule } from "../rule.js";

export const heavyImage = textRule(
  {
    code: "IVP706",
    severity: "error",
    fixed: true,
    title: "Een afbeelding is ten hoogste 2 MB.",
    why: "De afbeelding zit in elk document dat haar toont; grote documenten openen traag, vooral op een telefoon.",
    mend: "Maak de afbeelding kleiner: 2000 beeldpunten breed is genoeg voor papier.",
  },
  (text, { loaded }) =>
    scan(text).images.flatMap(({ src, alt: _, ...found }) => {
      const size = loaded.assets.get(imageFile(src) ?? "")?.length ?? 0;
      const megabytes = decimal(size / 1e6, 1);
      return size > MOST_BYTES
        ? [{ ...found, message: `De afbeelding “${typedSource(src)}” is ${megabytes} MB.` }]
        : [];
    }),
);
