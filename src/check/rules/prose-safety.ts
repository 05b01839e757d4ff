import { posix } from "node:path";
import { placeInText, type Text } from "../../content/index.js";
import type { Diagnostic } from "../../diagnostics.js";
import { type Snippet, scan } from "../../prose/index.js";
import type { Rule } from "../rule.js";

type Told = Pick<Diagnostic, "code" | "message" | "hint">;

/**
 * Prose can't bring markup, scripts or files from elsewhere into a document: no HTML, only harmless links,
 * only images out of the content folder, each with its text alternative (WCAG 2.2, 1.1.1).
 */
export const proseSafety: Rule = ({ loaded }) =>
  loaded.texts.flatMap((text) => {
    const { html, links, images } = scan(text.text);
    const at = (snippet: Snippet, told: Told): Diagnostic => ({ ...told, ...place(text, snippet), severity: "error" });
    return [
      ...html.map((found) =>
        at(found, {
          code: "IVP702",
          message: `Hier staat HTML: ${found.snippet}`,
          hint: "Gebruik Markdown, of zet het tussen `backticks` als lezers het als tekst moeten zien.",
        }),
      ),
      ...links
        .filter(({ href }) => !harmless(href))
        .map((found) =>
          at(found, {
            code: "IVP703",
            message: `De link “${found.href}” kan hier niet.`,
            hint: "Begin een link met https:// of mailto:, of verwijs met [[soort:kenmerk]].",
          }),
        ),
      ...images.flatMap((found) => {
        const problem = imageProblem(found.src, loaded.assets);
        return [
          ...(problem ? [at(found, { code: "IVP701", ...problem })] : []),
          ...(found.alt.trim() === ""
            ? [
                at(found, {
                  code: "IVP704",
                  message: "Dit plaatje heeft geen tekst.",
                  hint: "Schrijf tussen de rechte haken wat erop staat: ![wat erop staat](plaatje.png).",
                }),
              ]
            : []),
        ];
      }),
    ];
  });

const place = ({ file, path }: Text, { snippet, occurrence }: Snippet) => placeInText(file, path, snippet, occurrence);

const harmless = (href: string): boolean => /^(https?:\/\/|mailto:)/i.test(href);

function imageProblem(src: string, assets: ReadonlyMap<string, Uint8Array>): Omit<Told, "code"> | undefined {
  const path = decodeURI(src);
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(path) || posix.normalize(path).startsWith("..")) {
    return {
      message: `Het plaatje “${path}” staat buiten de inhoudsmap.`,
      hint: "Zet het plaatje in de inhoudsmap en noem het pad vanaf die map.",
    };
  }
  const bytes = assets.get(posix.normalize(path));
  if (!bytes)
    return {
      message: `Het plaatje “${path}” is er niet.`,
      hint: "Controleer de naam; het pad begint bij de inhoudsmap.",
    };
  if (!imageType(bytes))
    return { message: `Het plaatje “${path}” is geen PNG of JPEG.`, hint: "Sla het op als PNG of JPEG." };
  return undefined;
}

/** The media type of an image by its first bytes, or `undefined` for anything but PNG and JPEG. */
export function imageType(bytes: Uint8Array): "image/png" | "image/jpeg" | undefined {
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return "image/png";
  return starts(0xff, 0xd8, 0xff) ? "image/jpeg" : undefined;
}
