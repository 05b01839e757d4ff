/** A plan in Word with everything that teams put in one, at random; every word of it stands nowhere else. */
import type { randomFrom } from "./random.js";
import { docx, h, li, lists, p, picture, r, table } from "./word.js";

type Random = ReturnType<typeof randomFrom>;

export interface RandomPlan {
  readonly bytes: Uint8Array;
  /** The words that who opens it in Word can read. */
  readonly words: readonly string[];
}

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHAPTERS = ["Voorwoord", "Inleiding", "Visie", "Doelen", "Uitgangspunten", "Partners", "Begrippen", "Financiën"];
const PRIORITY = ["Waarom een prioriteit?", "Ambitie", "Wat gaan we doen?", "Wie doet mee?"];
const SAYS = "xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram'";
const CHART = "xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'";
const A = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";
const WPS = "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";
const M = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";

export function randomPlan(random: Random): RandomPlan {
  return new Writer(random).plan();
}

class Writer {
  private readonly words: string[] = [];
  private readonly footnotes: string[] = [];
  private readonly comments: string[] = [];
  private readonly more: Record<string, string> = {};
  private relations = "";
  private ids = 0;

  constructor(private readonly random: Random) {}

  plan(): RandomPlan {
    const { of, below } = this.random;
    const body = [
      p(r(this.some(3)), '<w:pStyle w:val="Titel"/>'),
      ...this.blocks(below(3)),
      ...Array.from({ length: 3 + below(4) }, () => this.chapter(of([...CHAPTERS, undefined]))),
      this.priorities(),
    ].join("");
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(this.some(3))}</w:hdr>`;
    const bytes = docx({
      body,
      numbering: lists,
      footnotes: this.footnotes.map((inner, index) => `<w:footnote w:id="${index + 2}">${inner}</w:footnote>`).join(""),
      comments: this.comments.join(""),
      relations: `${this.relations}<Relationship Id="hdr" Type="${R}/header" Target="header1.xml"/>`,
      styles: '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>',
      more: { ...this.more, "word/header1.xml": header },
    });
    return { bytes, words: this.words };
  }

  /** A word that stands nowhere else: of letters, so that it is none of the numbers that are counted. */
  private word(): string {
    const letters = [...String(1000 + this.words.length)].map((digit) => "bdfgklmprt"[Number(digit)]).join("a");
    this.words.push(`${letters}a`);
    return `${letters}a`;
  }

  private some(count: number): string {
    return Array.from({ length: count }, () => this.word()).join(" ");
  }

  private sentence = (): string =>
    `${this.some(2 + this.random.below(5))}${this.random.of([".", ".", ";", ":", " – ja.", ""])}`;

  private chapter(title: string | undefined): string {
    const inner = this.random.below(3);
    return [
      h(1, title ?? this.some(2)),
      ...this.blocks(1 + this.random.below(4)),
      ...Array.from({ length: inner }, () => [h(2, this.some(2)), ...this.blocks(1 + this.random.below(3))].join("")),
      ...(this.random.below(4) === 0 ? [h(4, this.some(2)), ...this.blocks(1)] : []),
    ].join("");
  }

  private priorities(): string {
    return [
      h(1, "Prioriteiten"),
      h(2, this.some(2)),
      ...PRIORITY.map((title) => h(3, title) + this.blocks(1 + this.random.below(2)).join("")),
    ].join("");
  }

  private blocks = (count: number): string[] => Array.from({ length: count }, () => this.block());

  private block(): string {
    const { of, below } = this.random;
    return of<() => string>([
      () => p(this.runs()),
      () => p(this.runs()),
      () => li(this.runs(), below(3), 1 + below(2)) + li(this.runs(), below(3), 1 + below(2)),
      () => [this.sentence(), this.sentence()].map((words) => li(words)).join(""),
      () => [1, 2].map(() => li(`${this.some(1)}: ${this.some(3)}`)).join(""),
      () => p(`${this.some(1)}\t${this.some(2)}`),
      () => this.table(),
      () => p(`Tabel ${below(9)}: ${this.some(3)}`) + this.table(),
      () => p(picture("none", this.some(2))) + p(`Figuur ${below(9)}. ${this.some(2)}`),
      () => p(this.smartArt()),
      () => p(this.chart()),
      () => p(this.box()),
      () => `<w:sdt><w:sdtContent>${p(this.runs())}</w:sdtContent></w:sdt>`,
      () => `<w:p><m:oMath ${M}><m:r><m:t>${this.word()}</m:t></m:r></m:oMath></w:p>`,
      () => `<w:ins w:id="1" w:author="Jan">${p(this.runs())}</w:ins>`,
    ])();
  }

  private table(): string {
    const { below, of } = this.random;
    const [rows, columns] = [1 + below(4), 1 + below(4)];
    const cell = (): string =>
      of<() => string>([
        () => this.some(2),
        () => this.some(1),
        () => p(this.runs()) + li(this.some(2)),
        () => "",
        () => `${table([[this.some(1), this.some(1)]], false)}<w:p/>`,
      ])();
    return table(
      Array.from({ length: rows }, () => Array.from({ length: columns }, cell)),
      of([true, false]),
    );
  }

  private runs(): string {
    const { below, of } = this.random;
    return Array.from({ length: 1 + below(4) }, () =>
      of<() => string>([
        () => r(`${this.sentence()} `),
        () =>
          r(
            `${this.some(2)} `,
            of(["<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:u w:val='single'/>", "<w:vanish/>", "<w:strike/>"]),
          ),
        () => this.emphasisWithin(),
        () => `${r(`${this.some(1)}`)}<w:r><w:tab/></w:r>${r(`${this.some(1)} `)}`,
        () => `${r(`${this.some(1)}`)}<w:r><w:br/></w:r>${r(`${this.some(1)} `)}`,
        () =>
          `<w:ins w:id="1" w:author="Jan">${r(`${this.some(2)} `)}</w:ins><w:del w:id="2" w:author="Jan"><w:r><w:delText>weg</w:delText></w:r></w:del>`,
        () => `<w:hyperlink w:anchor="x">${r(this.some(2))}</w:hyperlink>${r(" ")}`,
        () => `<w:fldSimple w:instr=" REF x ">${r(this.some(1))}</w:fldSimple>${r(" ")}`,
        () =>
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(this.some(1))}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r(" ")}`,
        () => this.note(),
        () => this.comment(),
        () => `<w:sdt><w:sdtContent>${r(`${this.some(1)} `)}</w:sdtContent></w:sdt>`,
        () =>
          `<mc:AlternateContent><mc:Choice Requires="w14">${r(`${this.some(1)} `)}</mc:Choice><mc:Fallback>${r("anders ")}</mc:Fallback></mc:AlternateContent>`,
      ])(),
    ).join("");
  }

  private emphasisWithin(): string {
    const word = this.word();
    return `${r(word.slice(0, 3))}${r(word.slice(3, 5), "<w:b/>")}${r(`${word.slice(5)} `)}`;
  }

  private note(): string {
    this.footnotes.push(p(this.some(3)));
    return `${r(this.some(1))}<w:r><w:footnoteReference w:id="${this.footnotes.length + 1}"/></w:r>${r(" ")}`;
  }

  private comment(): string {
    const id = this.comments.length;
    this.comments.push(`<w:comment w:id="${id}" w:author="Els">${p(this.some(this.random.of([3, 60])))}</w:comment>`);
    return `<w:commentRangeStart w:id="${id}"/>${r(`${this.some(1)} `)}<w:commentRangeEnd w:id="${id}"/>`;
  }

  private relation(type: string, name: string, xml: string): string {
    const id = `more${this.ids++}`;
    this.relations += `<Relationship Id="${id}" Type="${R}/${type}" Target="${name}${id}.xml"/>`;
    this.more[`word/${name}${id}.xml`] = `<?xml version="1.0"?>${xml}`;
    return id;
  }

  private drawing = (inner: string): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

  private smartArt(): string {
    const points = [1, 2]
      .map(() => `<dgm:pt><dgm:t><a:p><a:r><a:t>${this.some(2)}</a:t></a:r></a:p></dgm:t></dgm:pt>`)
      .join("");
    const id = this.relation("diagramData", "diagrams/data", `<dgm:dataModel ${SAYS} ${A}>${points}</dgm:dataModel>`);
    return this.drawing(`<dgm:relIds ${SAYS} r:dm="${id}"/>`);
  }

  private chart(): string {
    const title = `<c:title><c:tx><c:rich><a:p><a:r><a:t>${this.some(2)}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;
    const labels = `<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>${this.some(1)}</c:v></c:pt></c:strCache></c:strRef></c:cat>`;
    const id = this.relation("chart", "charts/chart", `<c:chartSpace ${CHART} ${A}>${title}${labels}</c:chartSpace>`);
    return this.drawing(`<c:chart ${CHART} r:id="${id}"/>`);
  }

  /** A text box as Word has it: for the newest Word, and for others. */
  private box(): string {
    const text = `<w:txbxContent>${p(this.runs())}</w:txbxContent>`;
    return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx ${WPS}>${text}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${text}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(this.some(1))}`;
  }
}
