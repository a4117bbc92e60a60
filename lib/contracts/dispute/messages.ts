import { type DisputePage, timeOn } from '@/lib/contracts/dispute/page'
import { drawTitle } from '@/lib/contracts/documents/page'
import { INK, mm } from '@/lib/core/documents/sheet'

/** What was written to the customer and by them, in full as far as it fits a message. */
export function drawMessages(page: DisputePage): void {
  const { sheet, facts, own } = page
  drawTitle(page, own.messages, 40)
  if (facts.messages.length === 0) {
    sheet.paragraph(own.noMessages)
    return
  }
  for (const message of facts.messages) {
    sheet.ensure(mm(20))
    const way = message.direction === 'in' ? own.received : own.sent
    const channel = own.channels[message.channel] ?? message.channel
    const head = `${timeOn(page, message.at)} · ${channel} ${way} ${message.recipient}`
    sheet.paragraph(head, { size: 8, color: INK.quiet })
    if (message.subject) sheet.paragraph(message.subject, { face: sheet.fonts.semibold })
    if (message.body) sheet.paragraph(message.body.replace(/\n{2,}/g, '\n'), { size: 8 })
    if (message.files.length > 0)
      sheet.paragraph(`${own.attached}: ${message.files.join(', ')}`, { size: 8, color: INK.quiet })
    sheet.y += mm(2)
    sheet.rule()
    sheet.y += mm(2)
  }
}
