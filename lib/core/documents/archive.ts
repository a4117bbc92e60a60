import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { processWide } from '@/lib/core/process-wide'

/**
 * Makes a finished document one that archives keep for decades (PDF/A-2b): what its colours mean, what it is and a name
 * of its own stand in it, beside fonts that are embedded and content that neither moves nor is locked.
 */
export async function markForArchive(document: PDFDocument): Promise<void> {
  await document.flush()
  const { context, catalog } = document
  const profile = context.flateStream(await colourProfile(), { N: 3 })
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    DestOutputProfile: context.register(profile),
  }
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  const packet = context.stream(Buffer.from(packetOf(document)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const name = PDFHexString.of(nameOf(document))
  context.trailerInfo.ID = context.obj([name, name])
  tellFontLengths(document)
}

/** The colours of screens, as the picture library carries them: a profile in the public domain (CC0). */
function colourProfile(): Promise<Buffer> {
  return processWide('documents.colour-profile', async () => {
    const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#ffffff' } })
    const { icc } = await sharp(await dot.withIccProfile('srgb').png().toBuffer()).metadata()
    if (!icc) throw new Error('The picture library has no sRGB profile')
    return icc
  })
}

/** The same facts as in the document's own dictionary, for readers that know nothing of PDF. */
function packetOf(document: PDFDocument): string {
  const title = asXml(document.getTitle())
  const author = asXml(document.getAuthor())
  const at = document
    .getCreationDate()
    ?.toISOString()
    .replace(/\.\d+Z$/, 'Z')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>${asXml(document.getProducer())}</pdf:Producer>
<xmp:CreateDate>${at}</xmp:CreateDate>
<xmp:ModifyDate>${at}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function asXml(text = ''): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The same document has the same name, whenever it is written. */
function nameOf(document: PDFDocument): string {
  const facts = [
    document.getTitle(),
    document.getAuthor(),
    document.getCreationDate(),
    document.getPageCount(),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)
}

/** How long each font is unpacked has to stand beside it; the PDF library leaves it out. */
function tellFontLengths({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const font = object instanceof PDFDict ? object.lookup(PDFName.of('FontFile2')) : undefined
    if (font instanceof PDFRawStream)
      font.dict.set(PDFName.of('Length1'), context.obj(inflateSync(font.contents).byteLength))
  }
}
