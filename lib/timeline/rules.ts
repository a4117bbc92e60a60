import { localDateOf } from '@/lib/core/dates'
import type { Block, TimelineVehicle } from '@/lib/timeline/answer'

/** What a block is in now; time alone makes a rental due or overdue. */
export type BlockState =
  | 'hold'
  | 'confirmed'
  | 'active'
  | 'due'
  | 'overdue'
  | 'done'
  | 'maintenance'
  | 'cleaning'

export function stateOf(block: Block, now: number, timeZone: string): BlockState {
  switch (block.kind) {
    case 'active':
      if (block.endsAt < now) return 'overdue'
      return localDateOf(new Date(block.endsAt), timeZone) === localDateOf(new Date(now), timeZone)
        ? 'due'
        : 'active'
    case 'job':
    case 'calendar':
      return 'maintenance'
    default:
      return block.kind
  }
}

/** Until when a block is drawn: a vehicle that is not back is still away. */
export function shownEnd(block: Block, now: number): number {
  return block.kind === 'active' ? Math.max(block.endsAt, now) : block.endsAt
}

/** What may be done with a block; the database decides, this only offers it. */
export function movesOf(block: Block, canEdit: boolean): { move: boolean; start: boolean; end: boolean } {
  const isPromise = block.kind === 'confirmed' || block.kind === 'hold'
  return {
    move: canEdit && isPromise,
    start: canEdit && isPromise,
    end: canEdit && (isPromise || block.kind === 'active'),
  }
}

/** A block on its line; `line` counts from the top where something overlaps, as a late return with the next rental. */
export type Placed = Block & { line: number }

export function placeBlocks(blocks: Block[], now: number): { placed: Placed[]; lines: number } {
  const endOfLine: number[] = []
  const placed = blocks
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((block) => {
      const free = endOfLine.findIndex((end) => end <= block.startsAt)
      const line = free === -1 ? endOfLine.length : free
      endOfLine[line] = shownEnd(block, now)
      return { ...block, line }
    })
  return { placed, lines: Math.max(1, endOfLine.length) }
}

/** Whether a vehicle, or something on its line, is what somebody types; without a text everything is. */
export function isWanted(vehicle: Pick<TimelineVehicle, 'plate' | 'name' | 'blocks'>, text: string): boolean {
  const wanted = plain(text)
  if (wanted === '') return true
  return (
    plain(`${vehicle.plate} ${vehicle.name}`).includes(wanted) ||
    vehicle.blocks.some((block) => isFound(block, text))
  )
}

/** Whether a block is what somebody types: its number or whose it is. */
export function isFound(block: Block, text: string): boolean {
  const wanted = plain(text)
  return wanted !== '' && plain(`${block.customer ?? ''} ${block.number ?? ''}`).includes(wanted)
}

/** Without accents, spaces and case: "zh431" finds "ZH 431 254", "muller" finds "Müller". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase()
}

/** The block a key press leads to: before or after on the line, or nearest in time on the next one that has any. */
export function neighbour(
  lines: { blocks: Block[] }[],
  from: { line: number; key: string | null; at: number },
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
): { line: number; block: Block } | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const blocks = (lines[from.line]?.blocks ?? []).toSorted((a, b) => a.startsAt - b.startsAt)
    const index = blocks.findIndex((block) => block.key === from.key)
    const block = blocks[index + (key === 'ArrowRight' ? 1 : -1)]
    return block && index >= 0 ? { line: from.line, block } : null
  }
  const step = key === 'ArrowDown' ? 1 : -1
  for (let line = from.line + step; lines[line]; line += step) {
    const block = nearest(lines[line]?.blocks ?? [], from.at)
    if (block) return { line, block }
  }
  return null
}

/** The block that is nearest to an instant. */
export function nearest<T extends Block>(blocks: T[], at: number): T | null {
  const distance = (block: Block) => Math.max(block.startsAt - at, at - block.endsAt, 0)
  return blocks.reduce<T | null>(
    (best, block) => (!best || distance(block) < distance(best) ? block : best),
    null,
  )
}
