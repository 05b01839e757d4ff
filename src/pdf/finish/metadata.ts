import { getDefaultSRGBProfile, PDFDict, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";

/** What a finished PDF says about itself. */
export interface Metadata {
  readonly title: string;
  readonly author: string;
  /** What the document is, in a sentence. */
  readonly subject: string;
  /** BCP 47, such as "nl". */
  readonly language: string;
  /** The date of the edition; never the moment of printing. Missing when nobody knows it: then the PDF has no dates. */
  readonly date?: Date;
  /** 32 hexadecimal digits that follow from what was printed: the same content has the same id (ISO 32000-1, 14.4). */
  readonly id: string;
}

const PRODUCER = "ivp";

/** Writes the metadata twice, as PDF/A asks: in the information dictionary and as XMP (ISO 19005-3, 6.6). */
export function writeMetadata(document: PDFDocument, metadata: Metadata): void {
  const { context, catalog } = document;
  document.setTitle(metadata.title, { showInWindowTitleBar: true });
  document.setAuthor(metadata.author);
  document.setSubject(metadata.subject);
  document.setLanguage(metadata.language);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  writeDates(document, metadata.date);
  const id = PDFHexString.of(metadata.id);
  context.trailerInfo.ID = context.obj([id, id]);
  // Not compressed: whoever looks for metadata must find it without reading PDF.
  const packet = context.stream(Buffer.from(xmp(metadata)), { Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(packet));
}

/** The browser wrote the moment of printing there. */
function writeDates(document: PDFDocument, date: Date | undefined): void {
  if (date) {
    document.setCreationDate(date);
    document.setModificationDate(date);
    return;
  }
  const information = document.context.lookup(document.context.trailerInfo.Info);
  if (!(information instanceof PDFDict)) return;
  for (const key of ["CreationDate", "ModDate"]) information.delete(PDFName.of(key));
}

/** Says that colours are sRGB, which is what browsers mean by them (ISO 19005-3, 6.2.3). */
export function writeOutputIntent({ context, catalog }: PDFDocument): void {
  const profile = context.register(context.flateStream(getDefaultSRGBProfile(), { N: 3 }));
  const name = PDFHexString.fromText("sRGB IEC61966-2.1");
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The XMP packet (ISO 16684-1), with the claims of PDF/A-3a and PDF/UA-1 and the schema that PDF/A wants for the latter. */
function xmp({ title, author, subject, language, date, id }: Metadata): string {
  const moment = date?.toISOString().replace(/\.\d+Z$/, "Z");
  const dates = ["CreateDate", "ModifyDate", "MetadataDate"].map((name) => `<xmp:${name}>${moment}</xmp:${name}>\n`);
  const inLanguages = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li><rdf:li xml:lang="${language}">${escaped(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${inLanguages(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inLanguages(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${moment ? dates.join("") : ""}<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 with which the file complies</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`;
}
