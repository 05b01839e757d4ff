import { posix } from "node:path";
import { scan } from "../../prose/index.js";
import { type TextFault, textRule } from "../rule.js";

export const imageSource = textRule(
  {
    code: "IVP701",
    severity: "error",
    title: "Een afbeelding staat in de inhoudsmap en is PNG of JPEG.",
    why: "Documenten bevatten alles zelf: een afbeelding van elders kan veranderen, verdwijnen of lezers volgen.",
    mend: "Zet de afbeelding als PNG of JPEG in de inhoudsmap en noem het pad vanaf die map.",
  },
  (text, { loaded }) => scan(text).images.flatMap(({ src, alt: _, ...found }) => fault(src, found, loaded.assets)),
);

type Found = Pick<TextFault, "snippet" | "occurrence">;

function fault(src: string, found: Found, assets: ReadonlyMap<string, Uint8Array>): TextFault[] {
  const path = decoded(src);
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(path) || posix.normalize(path).startsWith("..")) {
    return [{ ...found, message: `De afbeelding “${path}” staat buiten de inhoudsmap.` }];
  }
  const bytes = assets.get(posix.normalize(path));
  if (!bytes) return [{ ...found, message: `De afbeelding “${path}” is er niet.` }];
  if (!isImage(bytes)) return [{ ...found, message: `De afbeelding “${path}” is geen PNG of JPEG.` }];
  return [];
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** By the first bytes: a name proves nothing. */
const isImage = (bytes: Uint8Array): boolean =>
  [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
  ].some((signature) => signature.every((byte, index) => bytes[index] === byte));
