/** What one part of the package points at. */
import { element, part } from "./xml.js";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export class Relations {
  private readonly known = new Map<string, { id: string; xml: string }>();

  /** The id by which the part names a target. */
  to(type: string, target: string, external = false): string {
    const key = `${type} ${target}`;
    const before = this.known.get(key);
    if (before) return before.id;
    const id = `rId${this.known.size + 1}`;
    const xml = element("Relationship", {
      Id: id,
      Type: type.includes(":") ? type : `${TYPE}/${type}`,
      Target: target,
      ...(external && { TargetMode: "External" }),
    });
    this.known.set(key, { id, xml });
    return id;
  }

  /** The part that lists them; nothing when there are none. */
  xml(): string | undefined {
    if (this.known.size === 0) return undefined;
    return part(
      element(
        "Relationships",
        { xmlns: PACKAGE },
        [...this.known.values()].map(({ xml }) => xml),
      ),
    );
  }
}
