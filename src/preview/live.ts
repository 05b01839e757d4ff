import { makeDocument, makeHtml, type PdfMaker } from "../build/make.js";
import { check } from "../check/index.js";
import { codeFrame } from "../code-frame.js";
import { createLoader, type Loaded, type RawFile } from "../content/index.js";
import { type Diagnostic, hasErrors, inReadingOrder } from "../diagnostics.js";
import { compose, composeIndex, type DocumentInfo, listDocuments } from "../documents/index.js";
import { link, type Model } from "../model/index.js";
import type { Edition } from "../revisions/edition.js";

/** A problem as the preview shows it. */
export interface Problem {
  readonly place: string;
  readonly message: string;
  readonly frame: string;
  readonly hint: string;
}

/** The content as it is being written, and the documents that it gives. */
export interface Preview {
  /**
   * Takes new files. Content with errors changes nothing: the last good version stays.
   * @returns whether the documents are other than before
   */
  readonly update: (files: readonly RawFile[]) => boolean;
  /** What is wrong with the newest files, notes left out; `stale` when the documents are of an older version. */
  readonly problems: () => { readonly problems: readonly Problem[]; readonly stale: boolean };
  /** The web page or the PDF under a path such as "bijlagen/best.html", if there is such a document. */
  readonly page: (path: string) => Uint8Array | undefined;
  readonly pdf: (path: string) => Promise<Uint8Array> | undefined;
}

/** Opens a preview. Nothing is shown before the first good `update`. */
export function openPreview(edition: Edition, maker: PdfMaker): Preview {
  const load = createLoader();
  let newest: { loaded: Loaded; model?: Model; diagnostics: readonly Diagnostic[] } | undefined;
  let good: { model: Model; infos: readonly DocumentInfo[] } | undefined;
  const pages = new Map<string, Uint8Array>();
  const infoOf = (path: string, extension: string): DocumentInfo | undefined =>
    good?.infos.find((info) => `${info.path}.${extension}` === path);
  return {
    update: (files) => {
      const loaded = load(files);
      const { model, diagnostics } = link(loaded);
      newest = { loaded, ...(model && { model }), diagnostics: [...loaded.diagnostics, ...diagnostics] };
      if (!model || hasErrors(newest.diagnostics)) return false;
      good = { model, infos: listDocuments(model) };
      pages.clear();
      return true;
    },
    problems: () => {
      if (!newest) return { problems: [], stale: false };
      const { loaded, model, diagnostics } = newest;
      const all = inReadingOrder([...diagnostics, ...check({ loaded, ...(model && { model }) }, { notes: false })]);
      return {
        problems: all.map((one) => problemOf(one, loaded)),
        stale: good?.model !== model,
      };
    },
    page: (path) => {
      const info = infoOf(path, "html");
      if (!good || !(info || path === "index.html")) return undefined;
      const made = pages.get(path);
      if (made) return made;
      const document = info ? compose(good.model, info) : composeIndex(good.model, good.infos.map(withFiles));
      const html = makeHtml(document, edition, { live: true });
      pages.set(path, html);
      return html;
    },
    pdf: (path) => {
      const info = infoOf(path, "pdf");
      if (!good || !info) return undefined;
      const { model } = good;
      return makeDocument(info, ["pdf"], { ...maker, model, edition }).then(
        ([file]) => file?.bytes ?? new Uint8Array(),
      );
    },
  };
}

const withFiles = (info: DocumentInfo) => ({
  ...info,
  files: ["html", "pdf"].map((extension) => ({ path: `${info.path}.${extension}` })),
});

function problemOf(diagnostic: Diagnostic, { files }: Loaded): Problem {
  const { file, line, column, code, message, hint = "" } = diagnostic;
  const lines = codeFrame(diagnostic, files.get(file)?.text);
  const width = String(line).length;
  return {
    place: `${file}:${line}:${column} ${code}`,
    message,
    frame: lines.map(({ number, text }) => `${String(number ?? "").padStart(width)} │ ${text}`).join("\n"),
    hint,
  };
}
