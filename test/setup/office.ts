/** Another word processor, in which a colleague changes a Word file: LibreOffice without a screen, driven by a macro. */
import { execFile, spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./content.js";

/** Whether it is there: not every machine has it. */
export const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** What someone does in a paragraph, found by the words in it. */
export interface OfficeEdit {
  /** The number that the paragraph carries. */
  readonly number: number;
  readonly was: string;
  readonly becomes: string;
  readonly tracked: boolean;
}

const soffice = (profile: string, ...more: string[]) =>
  promisify(execFile)("soffice", [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore", ...more]);

/** Each document as the program converts it. @param to the name of the format, such as docx or pdf */
export async function converted(documents: readonly Uint8Array[], to: string): Promise<Uint8Array[]> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "out"));
  const names = documents.map((_, index) => join(folder, `${index}.docx`));
  for (const [index, name] of names.entries()) await writeFile(name, documents[index] ?? "");
  await soffice(join(folder, "profile"), "--convert-to", to, "--outdir", join(folder, "out"), ...names);
  return Promise.all(names.map((_, index) => readFile(join(folder, `out/${index}.${to}`))));
}

/**
 * Documents in which someone changed words, and that were saved again. (Without a screen this program stops at a comment.)
 * @throws {Error} when the program doesn't find what is to be changed
 */
export async function changedInOffice(
  documents: readonly { readonly bytes: Uint8Array; readonly edits: readonly OfficeEdit[] }[],
  author: string,
): Promise<Uint8Array[]> {
  const folder = await temporaryFolder();
  const profile = join(folder, "profile");
  // Makes the profile, with a module for macros.
  await soffice(profile, "--terminate_after_init");
  const said = join(folder, "said.txt");
  const file = (index: number, end = ""): string => join(folder, `${index}${end}.docx`);
  for (const [index, { bytes }] of documents.entries()) await writeFile(file(index), bytes);
  const subs = documents.map(({ edits }, index) =>
    [
      `Sub Document${index}`,
      `  oDoc = Opened("${file(index)}")`,
      ...edits.map(
        ({ number, was, becomes, tracked }) =>
          `  Change(oDoc, "_ivp_${number}", ${quoted(was)}, ${quoted(becomes)}, ${tracked ? "True" : "False"})`,
      ),
      `  Save(oDoc, "${file(index, "-terug")}")`,
      "End Sub",
    ].join("\n"),
  );
  const main = [
    "Sub Main",
    "  On Error Goto Failed",
    ...documents.map((_, index) => `  Document${index}()`),
    '  Say("done")',
    "  StarDesktop.terminate()",
    "  Exit Sub",
    "Failed:",
    '  Say(Error$ & " " & Erl)',
    "  StarDesktop.terminate()",
    "End Sub",
  ].join("\n");
  const macro = [main, ...subs, HELPERS.replaceAll("SAID", said)].join("\n");
  await writeFile(
    join(profile, "user/basic/Standard/Module1.xba"),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(macro)}</script:module>\n`,
  );
  const settings = join(profile, "user/registrymodifications.xcu");
  const own = `<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse"><value>${escaped(author)}</value></prop></item>`;
  await writeFile(settings, (await readFile(settings, "utf8")).replace("</oor:items>", `${own}</oor:items>`));
  await soffice(profile, "macro:///Standard.Module1.Main");
  const says = await readFile(said, "utf8").catch(() => "the macro never ran");
  if (says.trim() !== "done") throw new Error(says);
  return Promise.all(documents.map((_, index) => readFile(file(index, "-terug"))));
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const HELPERS = `
Sub Say(words)
  Open "SAID" For Output As #1
  Print #1, words
  Close #1
End Sub

Function Opened(path)
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden"
  args(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToUrl(path), "_blank", 0, args())
End Function

Sub Save(oDoc, path)
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "FilterName"
  args(0).Value = "Office Open XML Text"
  oDoc.storeToURL(ConvertToUrl(path), args())
  oDoc.close(True)
End Sub

Sub Change(oDoc, bookmark, was, becomes, isTracked)
  oDoc.RecordChanges = isTracked
  oAnchor = oDoc.Bookmarks.getByName(bookmark).getAnchor()
  oSearch = oDoc.createSearchDescriptor()
  oSearch.SearchString = was
  oSearch.SearchCaseSensitive = True
  oFound = oDoc.findNext(oAnchor.getStart(), oSearch)
  If IsNull(oFound) Then Error 1
  oFound.setString(becomes)
End Sub
`;
