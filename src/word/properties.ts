/** What a file says of itself, and how Word shall treat it. */
import type { Document } from "../documents/index.js";
import { W } from "./namespaces.js";
import { element, escaped, part, type Xml } from "./xml.js";

/** ISO/IEC 29500-1, 17.15. */
export const settingsXml = (hasContents: boolean): string =>
  part(
    element(
      "w:settings",
      { "xmlns:w": W },
      element("w:zoom", { "w:percent": 100 }),
      element("w:defaultTabStop", { "w:val": 708 }),
      element("w:autoHyphenation"),
      element("w:hyphenationZone", { "w:val": 425 }),
      // Only Word knows on which page something stands: it asks whether it may, and then fills in the contents.
      hasContents && element("w:updateFields"),
      element("w:footnotePr", {}, element("w:footnote", { "w:id": -1 }), element("w:footnote", { "w:id": 0 })),
      element(
        "w:compat",
        {},
        element("w:compatSetting", {
          "w:name": "compatibilityMode",
          "w:uri": "http://schemas.microsoft.com/office/word",
          "w:val": 15,
        }),
      ),
      element("w:themeFontLang", { "w:val": "nl-NL" }),
      element("w:decimalSymbol", { "w:val": "," }),
      element("w:listSeparator", { "w:val": ";" }),
    ),
  );

/** ISO/IEC 29500-2, 11. */
export function coreXml({ title, cover, language, status }: Document, author: string, date: Date | undefined): string {
  const moment = date?.toISOString().replace(/\.\d+Z/, "Z");
  const stamp = (name: string): Xml => moment && element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, moment);
  return part(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      element("dc:title", {}, escaped(title)),
      cover.subtitle && element("dc:subject", {}, escaped(cover.subtitle)),
      author && element("dc:creator", {}, escaped(author)),
      element("dc:language", {}, language === "nl" ? "nl-NL" : language),
      status.label && element("cp:contentStatus", {}, escaped(status.label)),
      stamp("created"),
      stamp("modified"),
    ),
  );
}

/** Which program made it. */
export const appXml = part(
  element(
    "Properties",
    { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
    element("Application", {}, "ivp"),
  ),
);
