/** Images and other files that content may point at: they are compared byte for byte. */
import { compose, listDocuments } from "../documents/index.js";
import { imagesIn } from "../documents/links.js";
import { headingOf, walk } from "../documents/walk.js";
import type { Model } from "../model/index.js";
import type { Change, ChangeType, Touch, Version } from "./types.js";

const KIND = "asset";

/** Which of these files came, went or became others. */
export function assetChanges({ loaded: before }: Version, { loaded: after }: Version): Change[] {
  const paths = [...new Set([...before.assets.keys(), ...after.assets.keys()])].sort();
  return paths.flatMap((path): Change[] => {
    const [old, fresh] = [before.assets.get(path), after.assets.get(path)];
    if (old && fresh && Buffer.compare(old, fresh) === 0) return [];
    const type: ChangeType = !old ? "added" : fresh ? "replaced" : "removed";
    const image = /\.(png|jpe?g|gif|svg|webp|avif)$/i.test(path);
    return [
      {
        type,
        subject: { kind: KIND, id: path, label: image ? "Afbeelding" : "Bestand", title: path },
        ...(old && { before: [sizeOf(old)] }),
        ...(fresh && { after: [sizeOf(fresh)] }),
        chapter: { id: "assets", title: "Afbeeldingen en andere bestanden" },
        municipalities: [],
        key: `${KIND}:${path}`,
      },
    ];
  });
}

const sizeOf = ({ length }: Uint8Array): string => `${length} bytes`;

export const isAsset = ({ subject }: Change): boolean => subject.kind === KIND;

/** The documents that show such a file: as it is now, or as it was when it is gone. */
export function documentsWith({ type, subject: { id } }: Change, before?: Model, after?: Model): Touch[] {
  const side = type === "removed" ? "before" : "after";
  const model = side === "before" ? before : after;
  if (!model) return [];
  return listDocuments(model).flatMap((info): Touch[] => {
    const document = compose(model, info);
    if (!document.images.has(id)) return [];
    const sections = document.sections.filter((section) => imagesIn(walk([section])).has(id));
    return [{ document: info, side, anchors: sections.map(({ anchor }) => anchor), headings: sections.map(headingOf) }];
  });
}
