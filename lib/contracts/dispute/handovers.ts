import { type DisputePage, timeOn } from '@/lib/contracts/dispute/page'
import { alongOf, eighths } from '@/lib/contracts/documents/condition'
import type { ContractHandover } from '@/lib/contracts/documents/contract-facts'
import { drawTitle } from '@/lib/contracts/documents/page'
import { receivedLater } from '@/lib/contracts/documents/signatures'
import { formatKm } from '@/lib/core/distance'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { INK, mm } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { formatRappen } from '@/lib/core/money'

const FIELD = { width: mm(70), height: mm(22) }

/** What the instruments said at either side, and who signed for it: when, from where, on which device. */
export async function drawHandovers(page: DisputePage): Promise<void> {
  for (const side of page.facts.handovers ?? []) {
    if (!side.completed_at) continue
    drawReadings(page, side)
    await drawSigners(page, side)
  }
}

function drawReadings(page: DisputePage, side: ContractHandover): void {
  const { sheet, words, own } = page
  const isExchange = side.kind === 'exchange_back' || side.kind === 'exchange_out'
  drawTitle(
    page,
    [own.handovers[side.kind], ...(isExchange && side.plate ? [side.plate] : [])].join(': '),
    60,
  )
  const known = (value: number | null, show: (value: number) => string) =>
    value === null ? '–' : show(value)
  drawFacts(sheet, [
    { label: own.completed, value: side.completed_at ? timeOn(page, side.completed_at) : '–', share: 56 },
    { label: words.odometer, value: known(side.odometer_km, formatKm), share: 32 },
    { label: words.fuel, value: known(side.fuel_percent, eighths), share: 42 },
    { label: words.cleanliness, value: side.clean === false ? words.notClean : words.clean, share: 40 },
  ])
  const along = alongOf(page, side)
  const goes = side.kind === 'pickup' || side.kind === 'exchange_out'
  if (along.length > 0) {
    drawFacts(sheet, [{ label: goes ? words.along : words.cameBack, value: along.join(', '), share: 1 }])
  }
  if (side.notes) sheet.paragraph(`${words.notes}: ${side.notes}`)
}

async function drawSigners(page: DisputePage, side: ContractHandover): Promise<void> {
  const { sheet, words, own, facts, pictures } = page
  for (const signature of side.signatures) {
    sheet.ensure(FIELD.height + mm(14))
    const top = sheet.y + mm(2)
    const picture = pictures.byPath.get(signature.image_path)
    if (picture) await sheet.picture(picture, sheet.left, top, FIELD)
    const x = sheet.left + FIELD.width + mm(6)
    const width = sheet.width - FIELD.width - mm(6)
    sheet.y = top
    const small = { x, width, size: 8 }
    sheet.paragraph(`${signature.name}, ${words.signers[signature.signer]}`, {
      x,
      width,
      face: sheet.fonts.semibold,
    })
    sheet.paragraph(words.signed(timeOn(page, signature.signed_at), signature.ip ?? null), small)
    const received = receivedLater(signature)
    if (received) sheet.paragraph(words.received(timeOn(page, received.toISOString())), small)
    if (signature.user_agent)
      sheet.paragraph(`${own.device}: ${signature.user_agent}`, { ...small, color: INK.quiet })
    if (signature.signer === 'customer') sheet.paragraph(own.consent(facts.contract.terms_version), small)
    sheet.draw(signature.document_sha256, x, sheet.y + 8, { size: 6.5, face: sheet.fonts.mono })
    sheet.y = Math.max(sheet.y + 14, top + FIELD.height)
    sheet.rule(sheet.y)
  }
}

/** Every mark of this rental, with the side at which it was found and what was charged for it. */
export function drawMarks(page: DisputePage): void {
  const { sheet, facts, words, own, language } = page
  const marks = (facts.handovers ?? []).flatMap(({ kind, damages }) =>
    damages.map((damage) => ({ ...damage, foundAt: kind })),
  )
  drawTitle(page, own.marks, 40)
  if (marks.length === 0) {
    sheet.paragraph(own.noMarks)
    return
  }
  const columns = [
    { title: own.markColumns.found, width: mm(26) },
    { title: words.damage.place, width: mm(22) },
    { title: words.damage.kind, width: mm(30) },
    { title: words.damage.severity, width: mm(22) },
    { title: words.damage.note, width: sheet.width - mm(126) },
    { title: own.markColumns.charge, width: mm(26), align: 'right' as const },
  ]
  const rows = marks.map((mark) => ({
    cells: [
      own.handovers[mark.foundAt],
      words.views[mark.view],
      CHARGE_WORDS[language].damages[mark.kind],
      words.severities[mark.severity],
      mark.note ?? '',
      mark.charge_rappen > 0 ? formatRappen(mark.charge_rappen) : '–',
    ],
  }))
  drawTable(sheet, columns, rows)
}
