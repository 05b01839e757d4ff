import { closest } from "../../closest.js";
import type { Path } from "../../content/index.js";
import { decimal, meant } from "../../dutch.js";
import { imageFile, typedSource } from "../../prose/images.js";
import { defectOf, MOST_BYTES, typeOf } from "../picture.js";
import { type Finding, modelRule, ofValue } from "../rule.js";

export const stylePicture = modelRule(
  {
    code: "IVP721",
    severity: "error",
    fixed: true,
    title: "Het logo en de foto uit style.yaml zijn hele afbeeldingen in de inhoudsmap: PNG of JPEG, ten hoogste 2 MB.",
    why: "Elk document bevat ze zelf. Een SVG kan scripts en verwijzingen naar elders bevatten, en kan daarom niet.",
    mend: "Sla de afbeelding op als PNG of JPEG, hoogstens 2000 beeldpunten breed, en zet haar in de inhoudsmap.",
  },
  ({ source: { style }, assets }, loaded) => {
    const told = (path: Path, name: string, source: string): Finding[] =>
      faultOf(assets, name, source).map((fault) => ({
        ...ofValue(loaded, "style.yaml", path, path.join(".")),
        ...fault,
      }));
    return [
      ...(style?.logo ? told(["logo", "file"], "Het logo", style.logo.file) : []),
      ...(style?.cover ? told(["cover", "photo"], "De foto", style.cover.photo) : []),
    ];
  },
);

function faultOf(
  assets: ReadonlyMap<string, Uint8Array>,
  name: string,
  source: string,
): Pick<Finding, "message" | "hint">[] {
  const file = imageFile(source);
  const typed = typedSource(source);
  if (file === undefined) return [{ message: `“${typed}” is geen bestand in de inhoudsmap.` }];
  const bytes = assets.get(file);
  if (!bytes && !/\.(?:png|jpe?g)$/i.test(file)) return [{ message: `${name} “${typed}” is geen PNG of JPEG.` }];
  if (!bytes) return [{ message: `${name} “${typed}” is er niet.`, hint: meant(closest(file, assets.keys())) }];
  if (!typeOf(bytes)) return [{ message: `${name} “${typed}” is geen PNG of JPEG.` }];
  const defect = defectOf(bytes);
  if (defect) return [{ message: `${name} “${typed}” ${defect}.` }];
  return bytes.length > MOST_BYTES ? [{ message: `${name} “${typed}” is ${decimal(bytes.length / 1e6, 1)} MB.` }] : [];
}
