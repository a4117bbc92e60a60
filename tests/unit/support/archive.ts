import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib'

/** What may stand nowhere: what runs, plays, leads out of the file, or comes from outside of it. */
const FORBIDDEN_KEYS = [
  'AA',
  'OpenAction',
  'JS',
  'AcroForm',
  'EmbeddedFiles',
  'XFA',
  'Alternates',
  'OPI',
  'TR',
  'HTP',
  'Encrypt',
]
const FORBIDDEN_FILTERS = ['LZWDecode', 'JPXDecode', 'Crypt']
const name = (text: string) => PDFName.of(text)

/**
 * The structural rules of PDF/A-2b that a document of ours could break, each broken one in words. No validator: fonts are held against their own tables,
 * colours against the profile, the description against the dictionary.
 */
export async function archiveFaults(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const objects = document.context.enumerateIndirectObjects()
  return [
    ...fileFaults(bytes, document),
    ...intentFaults(document),
    ...descriptionFaults(document),
    ...objects.flatMap((entry) => objectFaults(entry)),
    ...objects.flatMap(([, object]) => (isA(object, 'Font', 'Type0') ? fontFaults(object) : [])),
    ...document.getPages().flatMap((page, nth) => contentFaults(page.node.Contents(), nth + 1)),
  ]
}

function unless(isKept: boolean, fault: string): string[] {
  return isKept ? [] : [fault]
}

function fileFaults(bytes: Uint8Array, { context }: PDFDocument): string[] {
  const binary = bytes.slice(bytes.indexOf(0x0a) + 1, bytes.indexOf(0x0a) + 6)
  const id = context.trailerInfo.ID
  return [
    ...unless(Buffer.from(bytes.slice(0, 9)).toString() === '%PDF-1.7\n', 'the header is another'),
    ...unless(
      binary[0] === 0x25 && binary.slice(1).every((byte) => byte > 127),
      'nothing says that the file is binary',
    ),
    ...unless(context.trailerInfo.Encrypt === undefined, 'it is encrypted'),
    ...unless(
      id instanceof PDFArray &&
        id.size() === 2 &&
        id.asArray().every((part) => part instanceof PDFHexString && part.asBytes().length === 16),
      'it has no name of its own',
    ),
  ]
}

function intentFaults({ catalog, context }: PDFDocument): string[] {
  const intent = catalog.lookupMaybe(name('OutputIntents'), PDFArray)?.lookupMaybe(0, PDFDict)
  const profile = intent && context.lookup(intent.get(name('DestOutputProfile')) as PDFRef)
  if (!intent || !(profile instanceof PDFRawStream)) return ['nothing says what its colours mean']
  const icc = Buffer.from(unpacked(profile))
  return [
    ...unless(intent.get(name('S')) === name('GTS_PDFA1'), 'the intent is another'),
    ...unless(
      profile.dict.lookup(name('N'), PDFNumber).asNumber() === 3,
      'the profile is not of three colours',
    ),
    ...unless(
      icc.readUInt32BE(0) === icc.length && icc.toString('latin1', 36, 40) === 'acsp',
      'the profile is broken',
    ),
    ...unless(
      ['mntr', 'prtr'].includes(icc.toString('latin1', 12, 16)) && icc.toString('latin1', 16, 20) === 'RGB ',
      'the profile is of no screen or printer',
    ),
    ...unless((icc[8] ?? 9) <= 4, 'the profile is of a later version'),
  ]
}

function descriptionFaults(document: PDFDocument): string[] {
  const packet = document.catalog.lookup(name('Metadata'))
  if (!(packet instanceof PDFRawStream)) return ['it has no description']
  const xmp = Buffer.from(packet.contents).toString()
  const said = (tag: string) =>
    new RegExp(`<${tag}>(?:<rdf:(?:Alt|Seq)><rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1]
  const at = (date: Date | undefined) => date?.toISOString().replace('.000Z', 'Z')
  const plain = (text: string | undefined) =>
    text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return [
    ...unless(!packet.dict.has(name('Filter')), 'the description is packed'),
    ...unless(
      said('pdfaid:part') === '2' && said('pdfaid:conformance') === 'B',
      'it does not say by which rules it is kept',
    ),
    ...unless(plain(said('dc:title')) === document.getTitle(), 'title and description differ'),
    ...unless(plain(said('dc:creator')) === document.getAuthor(), 'author and description differ'),
    ...unless(said('pdf:Producer') === document.getProducer(), 'producer and description differ'),
    ...unless(
      said('xmp:CreateDate') === at(document.getCreationDate()),
      'its day and the description differ',
    ),
    ...unless(
      said('xmp:ModifyDate') === at(document.getModificationDate()),
      'its last change and the description differ',
    ),
  ]
}

function objectFaults([ref, object]: [PDFRef, PDFObject]): string[] {
  const dict = object instanceof PDFRawStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return []
  const filter = String(dict.get(name('Filter')) ?? '')
  const colours = String(dict.get(name('ColorSpace')) ?? '/DeviceRGB')
  const isImage = dict.get(name('Subtype')) === name('Image')
  const isMarked =
    dict.get(name('Type')) === name('Annot') &&
    !((dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0) & 4)
  const blend = String(dict.get(name('BM')) ?? '/Normal')
  return [
    ...FORBIDDEN_KEYS.filter((key) => dict.has(name(key))).map((key) => `${ref} has /${key}`),
    ...unless(!FORBIDDEN_FILTERS.some((one) => filter.includes(one)), `${ref} is packed by ${filter}`),
    ...unless(!(object instanceof PDFRawStream && dict.has(name('F'))), `${ref} lies in another file`),
    ...unless(
      !isImage || ['/DeviceRGB', '/DeviceGray'].includes(colours),
      `${ref} is a picture in ${colours}`,
    ),
    ...unless(String(dict.get(name('Interpolate')) ?? false) === 'false', `${ref} is smoothed`),
    ...unless(!isMarked, `${ref} is an annotation that is not printed`),
    ...unless(['/Normal', '/Compatible'].includes(blend), `${ref} blends by ${blend}`),
  ]
}

/** A composite font is embedded, and its widths are those of the letters it has. */
function fontFaults(font: PDFDict): string[] {
  const called = String(font.get(name('BaseFont')))
  const face = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const descriptor = face.lookupMaybe(name('FontDescriptor'), PDFDict)
  const file = descriptor?.lookup(name('FontFile2'))
  if (!(file instanceof PDFRawStream)) return [`${called} is not embedded`]
  const letters = Buffer.from(unpacked(file))
  const tables = tablesOf(letters)
  const unit = letters.readUInt16BE((tables.head ?? 0) + 18)
  const metrics = letters.readUInt16BE((tables.hhea ?? 0) + 34)
  const told = widthsOf(face.lookup(name('W'), PDFArray))
  const wrong = [...told].filter(([glyph, width]) => {
    const own = letters.readUInt16BE((tables.hmtx ?? 0) + 4 * Math.min(glyph, metrics - 1))
    return Math.abs((own * 1_000) / unit - width) > 1
  })
  return [
    ...unless(
      file.dict.lookupMaybe(name('Length1'), PDFNumber)?.asNumber() === letters.length,
      `${called} does not tell its length`,
    ),
    ...unless(face.get(name('CIDToGIDMap')) === name('Identity'), `${called} does not tell its letters`),
    ...unless(font.has(name('ToUnicode')), `${called} cannot be read aloud`),
    ...unless(descriptor?.has(name('CIDSet')) !== true, `${called} lists its letters, which nobody checks`),
    ...unless(wrong.length === 0, `${called} has other widths than it tells: ${wrong}`),
  ]
}

function tablesOf(letters: Buffer): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: letters.readUInt16BE(4) }, (_, nth) => {
      const at = 12 + 16 * nth
      return [letters.toString('latin1', at, at + 4), letters.readUInt32BE(at + 8)]
    }),
  )
}

/** `[first [width …] …]` as widths by glyph. */
function widthsOf(listed: PDFArray): Map<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; at + 1 < listed.size(); at += 2) {
    const first = listed.lookup(at, PDFNumber).asNumber()
    const some = listed.lookup(at + 1, PDFArray)
    for (let nth = 0; nth < some.size(); nth += 1)
      widths.set(first + nth, some.lookup(nth, PDFNumber).asNumber())
  }
  return widths
}

/** What a page draws: in no colours but those of the profile, and no letter that its font has not. */
function contentFaults(contents: PDFObject | undefined, page: number): string[] {
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, nth) => contents.lookup(nth)) : [contents]
  const text = streams
    .map((stream) => (stream instanceof PDFRawStream ? Buffer.from(unpacked(stream)).toString('latin1') : ''))
    .join('\n')
  const written = [...text.matchAll(/<([0-9A-F]*)> Tj/gi)].map(([, hex]) => hex ?? '')
  return [
    ...unless(!/\s(k|K|sh|ri)\s/.test(text), `page ${page} uses other colours`),
    ...unless(!written.some((hex) => /^(.{4})*0000/.test(hex)), `page ${page} has a letter that no font has`),
  ]
}

function isA(object: PDFObject, type: string, subtype: string): object is PDFDict {
  return (
    object instanceof PDFDict &&
    object.get(name('Type')) === name(type) &&
    object.get(name('Subtype')) === name(subtype)
  )
}

function unpacked(stream: PDFRawStream): Uint8Array {
  return stream.dict.has(name('Filter')) ? inflateSync(stream.contents) : stream.contents
}
