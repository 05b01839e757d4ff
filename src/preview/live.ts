import type { Edition } from "../build/edition.js";
import { beginDocument, type PdfMaker } from "../build/make.js";
import { INDEX } from "../build/manifest.js";
import { check } from "../check/index.js";
import { type Loaded, loadContent, type RawFile } from "../content/index.js";
import { type Diagnostic, hasErrors, inReadingOrder } from "../diagnostics.js";
import { compose, composeIndex, type DocumentInfo, listDocuments } from "../documents/index.js";
import { html } from "../formats/html.js";
import { type Format, fileOf, formatOf, usualFormats } from "../formats/index.js";
import { webPage } from "../formats/rendered.js";
import { link, type Model } from "../model/index.js";
import { faultOf, type Problem, problemOf, problemsPage } from "./problems.js";

/** The content as it is being written, and the documents that it gives. Content can't make any of this throw. */
export interface Preview {
  /**
   * Takes new files, of an edition. Content with errors changes nothing: the last good version stays.
   * @returns whether the pages are other than before
   */
  readonly update: (files: readonly RawFile[], edition: Edition) => boolean;
  /** What is wrong with the newest files, notes left out; `stale` when the documents are of an older version. */
  readonly problems: () => { readonly problems: readonly Problem[]; readonly stale: boolean };
  /**
   * The file under a path such as "bijlagen/best.html", if there is such a document. As long as the content never gave any, every
   * web page tells why.
   */
  readonly file: (path: string) => Promise<Uint8Array | undefined>;
}

/** The newest files as far as they could be read. */
interface Newest {
  readonly loaded?: Loaded;
  readonly model?: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** What `ivp` itself could not deal with. */
  readonly fault?: Problem;
}

/** Opens a preview. No document is shown before the first good `update`. */
export function openPreview(maker: PdfMaker): Preview {
  let newest: Newest = { diagnostics: [] };
  let good: { model: Model; infos: readonly DocumentInfo[]; edition: Edition } | undefined;
  const pages = new Map<string, Uint8Array>();
  const infoOf = (path: string, format: Format): DocumentInfo | undefined =>
    good?.infos.find((info) => fileOf(info, format) === path);
  const read = (files: readonly RawFile[]): Newest => {
    try {
      const loaded = loadContent(files);
      const { model, diagnostics } = link(loaded);
      return { loaded, ...(model && { model }), diagnostics: [...loaded.diagnostics, ...diagnostics] };
    } catch (error) {
      return { diagnostics: [], fault: faultOf(error) };
    }
  };
  const found = ({ loaded, model, diagnostics, fault }: Newest): readonly Problem[] => {
    if (!loaded) return fault ? [fault] : [];
    try {
      const all = inReadingOrder([...diagnostics, ...check({ loaded, ...(model && { model }) }, { notes: false })]);
      return all.map((one) => problemOf(one, loaded));
    } catch (error) {
      return [faultOf(error)];
    }
  };
  /** The pages are those of now, and follow what is written. */
  const page = (path: string): Uint8Array | undefined => {
    if (!good) return webPage(problemsPage(found(newest)), new Date(0), { live: true });
    const info = infoOf(path, html);
    if (!(info || path === INDEX)) return undefined;
    const made = pages.get(path);
    if (made) return made;
    const document = info ? compose(good.model, info) : composeIndex(good.model, good.infos.map(withFiles));
    const written = webPage(document, good.edition.date, { live: true });
    pages.set(path, written);
    return written;
  };
  return {
    update: (files, edition) => {
      newest = read(files);
      const { model, diagnostics, fault } = newest;
      if (!model || fault || hasErrors(diagnostics)) return !good;
      good = { model, infos: listDocuments(model), edition };
      pages.clear();
      return true;
    },
    problems: () => ({ problems: found(newest), stale: good !== undefined && good.model !== newest.model }),
    file: async (path) => {
      const format = formatOf(path);
      if (format === html) return page(path);
      const info = format && infoOf(path, format);
      if (!good || !info) return undefined;
      const { model, edition } = good;
      const [begun] = await beginDocument(info, [format], { ...maker, model, edition });
      return (await begun?.made)?.bytes;
    },
  };
}

const withFiles = (info: DocumentInfo) => ({
  ...info,
  files: usualFormats.map((format) => ({ path: fileOf(info, format), format })),
});
