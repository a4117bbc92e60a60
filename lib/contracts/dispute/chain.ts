import { type DisputePage, timeOn } from '@/lib/contracts/dispute/page'
import { drawTitle } from '@/lib/contracts/documents/page'
import { INK, mm } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'

/** The chain of evidence entry by entry, whether it is whole, and how anybody can repeat its hashes. */
export function drawChain(page: DisputePage): void {
  const { sheet, facts, own } = page
  drawTitle(page, own.chain, 60)
  const { chain, faults } = facts
  sheet.paragraph(faults.length === 0 ? own.chainWhole(chain.length) : own.chainBroken(faults.length), {
    face: sheet.fonts.semibold,
  })
  sheet.paragraph(own.chainHow, { size: 8, color: INK.quiet })
  sheet.y += mm(2)
  drawEntries(page)
  const unplaced = faults.filter(({ position }) => position === null)
  for (const { kind, fault } of unplaced)
    sheet.paragraph(`${own.kinds[kind] ?? kind}: ${own.faults[fault] ?? fault}`)
}

function drawEntries(page: DisputePage): void {
  const { sheet, facts, own } = page
  // A hash is read, and compared, on one line.
  const hashes = mm(90)
  const columns = [
    { title: '', width: mm(8) },
    { title: own.chainColumns.kind, width: mm(28) },
    { title: own.chainColumns.recorded, width: sheet.width - hashes - mm(36) },
    { title: own.chainColumns.hashes, width: hashes, face: sheet.fonts.mono, size: 6 },
  ]
  const rows = facts.chain.map((entry) => {
    const found = facts.faults
      .filter(({ position }) => position === entry.position)
      .map(({ fault }) => own.faults[fault] ?? fault)
    const device = entry.device_at ? [`${own.chainColumns.device}: ${timeOn(page, entry.device_at)}`] : []
    return {
      cells: [
        String(entry.position),
        [own.kinds[entry.kind] ?? entry.kind, ...found].join('\n'),
        [timeOn(page, entry.recorded_at), ...device].join('\n'),
        `${entry.content_sha256}\n${entry.own_sha256}`,
      ],
      strong: found.length > 0,
    }
  })
  drawTable(sheet, columns, rows)
}

/** The sealed files and their hashes, as the page for checking documents knows them. */
export function drawDocuments(page: DisputePage): void {
  const { sheet, facts, own } = page
  if (facts.documents.length === 0) return
  drawTitle(page, own.documents, 40)
  for (const { kind, sha256, sealed_at } of facts.documents) {
    sheet.ensure(24)
    const name = own.documentKinds[kind] ?? kind
    sheet.draw(`${name}, ${timeOn(page, sealed_at)}`, sheet.left, sheet.y + 9)
    sheet.draw(sha256, sheet.left, sheet.y + 19, { size: 7, face: sheet.fonts.mono, color: INK.quiet })
    sheet.y += 25
  }
}
