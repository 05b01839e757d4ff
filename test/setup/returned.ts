/** Word files of documents, and what colleagues do with them. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { examine } from "../../src/check/examine.js";
import type { RawFile } from "../../src/content/index.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { traced } from "../../src/documents/origins.js";
import { wordFile } from "../../src/word/index.js";

/** The Word file of each document, or of those that are asked for, by its id. */
export function wordFilesOf(files: readonly RawFile[], only?: string): ReadonlyMap<string, Uint8Array> {
  const { model, diagnostics } = examine(files);
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const wanted = listDocuments(model).filter(({ id }) => only === undefined || id === only);
  return new Map(
    wanted.map((info) => {
      const document = { ...compose(model, info), title: info.title, data: {} };
      const passport = { document: info.id, kind: info.kind, content: "", program: "ivp" };
      const way = { traced: traced(model, info, document), passport };
      return [info.id, wordFile({ document, date: undefined, edition: "", author: "", way })];
    }),
  );
}

/** A Word file with another text in it, as XML. */
export function withXml(bytes: Uint8Array, change: (xml: string) => string, part = "word/document.xml"): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [part]: strToU8(change(strFromU8(files[part] ?? new Uint8Array()))) }, { level: 1 });
}

/** A run of words in a paragraph that carries where it comes from. */
export interface RunAt {
  readonly xml: string;
  readonly at: number;
  /** The XML of its properties. */
  readonly looks: string;
  readonly text: string;
  /** The number of its paragraph. */
  readonly number: number;
}

const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: xml:space="preserve")?>([^<]*)<\/w:t><\/w:r>/gs;

/** The runs of a document of which the paragraph carries where it comes from. */
export function runsIn(xml: string): RunAt[] {
  const starts = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="_ivp_(\d+)"\/>/g)];
  return starts.flatMap(({ 1: number, index, 0: sign }) => {
    const from = index + sign.length;
    const inner = xml.slice(from, xml.indexOf("</w:p>", from));
    // Fields are counted by Word.
    if (inner.includes("w:fldChar")) return [];
    return [...inner.matchAll(RUN)].map((run) => ({
      xml: run[0],
      at: from + run.index,
      looks: run[1] ?? "",
      text: unescaped(run[2] ?? ""),
      number: Number(number),
    }));
  });
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** What someone does with the words of a run: from and to an offset, and what comes in their place. */
export interface Doing {
  readonly run: RunAt;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Who does it; without tracking when nobody. */
  readonly author?: string;
}

/** A document in which people did things, in the order of the text. */
export function withDoings(xml: string, doings: readonly Doing[]): string {
  return [...doings]
    .sort((a, b) => b.run.at - a.run.at)
    .reduce((all, { run, from, to, text, author }) => {
      const piece = (words: string, tag = "w:t"): string =>
        words === "" ? "" : `<w:r>${run.looks}<${tag} xml:space="preserve">${escaped(words)}</${tag}></w:r>`;
      const who = `w:id="90${run.at}" w:author="${author}" w:date="2026-11-20T09:30:00Z"`;
      const [head, gone, tail] = [run.text.slice(0, from), run.text.slice(from, to), run.text.slice(to)];
      const fresh =
        author === undefined
          ? piece(head + text + tail)
          : `${piece(head)}${gone ? `<w:del ${who}>${piece(gone, "w:delText")}</w:del>` : ""}${text ? `<w:ins ${who}>${piece(text)}</w:ins>` : ""}${piece(tail)}`;
      return all.slice(0, run.at) + fresh + all.slice(run.at + run.xml.length);
    }, xml);
}
