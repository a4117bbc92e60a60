import { oneLine } from '@/lib/core/line'
import type { Block, Fact, Letter } from '@/lib/messages/letter'

function factText({ label, value, detail }: Fact): string {
  return `${oneLine(label)}: ${oneLine([value, detail].filter(Boolean).join(', '))}`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(oneLine).join('\n')
    case 'facts':
      return block.rows.map(factText).join('\n')
    case 'button':
      return `${oneLine(block.label)}:\n${block.url}`
  }
}

/** The letter for readers and programs that show no HTML. */
export function letterText(letter: Letter): string {
  const foot = [letter.sender.name, ...letter.sender.contact].map(oneLine).join('\n')
  const { conversation } = letter
  const way: Block[] = conversation ? [{ kind: 'button', ...conversation }] : []
  return [oneLine(letter.heading), ...[...letter.blocks, ...way].map(blockText), `-- \n${foot}`].join('\n\n')
}
