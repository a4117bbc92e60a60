import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerKeeper, type KeeperNews } from '@/components/checkin/answer-keeper'
import type { SaveReply } from '@/components/checkin/send-answers'
import type { AnswerChanges } from '@/lib/checkin/schema'

const away: SaveReply = { ok: false, message: 'away', fields: [], mayWorkLater: true }
const kept = (answers: Record<string, string> = {}): SaveReply => ({
  ok: true,
  written: { answers, files: [] },
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A keeper before a server that answers as told, with what was sent and heard. */
function keeping(reply: (changes: AnswerChanges) => SaveReply | Promise<SaveReply>) {
  const sent: AnswerChanges[] = []
  const heard: KeeperNews[] = []
  const keeper = answerKeeper(
    async (changes) => {
      sent.push(changes)
      return reply(changes)
    },
    (news) => heard.push(news),
  )
  return { keeper, sent, state: () => heard.at(-1)?.state, heard }
}

test('only what was changed is sent, after a pause, and what was taken back as nothing', async () => {
  const { keeper, sent, state } = keeping(() => kept())
  keeper.change('name', 'A')
  keeper.change('name', 'Anna')
  keeper.change('flight', undefined)
  expect([sent, state()]).toEqual([[], 'saving'])
  await vi.advanceTimersByTimeAsync(900)
  expect([sent, state(), keeper.hasUnsaved()]).toEqual([[{ name: 'Anna', flight: null }], 'saved', false])
})

test('what another device wrote comes in, under what was typed here meanwhile', async () => {
  const { keeper, heard } = keeping(() => {
    keeper.change('name', 'Zoé')
    return kept({ name: 'Anna', flight: 'LX 1' })
  })
  keeper.change('name', 'Anna')
  void keeper.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(heard.find(({ written }) => written)?.written?.answers).toEqual({ name: 'Zoé', flight: 'LX 1' })
})

test('leaving sends at once what the pause held back, also while something else is on its way', async () => {
  const { keeper, sent } = keeping(() => new Promise(() => {}))
  keeper.change('name', 'Anna')
  void keeper.flush()
  keeper.change('flight', 'LX 1')
  keeper.leave()
  expect(sent).toEqual([{ name: 'Anna' }, { name: 'Anna', flight: 'LX 1' }])
})

test('what did not arrive is called not saved and sent again until it does', async () => {
  let isOnline = false
  const { keeper, sent, state } = keeping(() => (isOnline ? kept() : away))
  keeper.change('name', 'Anna')
  await vi.advanceTimersByTimeAsync(900)
  expect(state()).toBe('notSaved')
  await vi.advanceTimersByTimeAsync(10_000)
  expect([sent.length, state()]).toEqual([2, 'notSaved'])
  isOnline = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect([sent.length, state(), keeper.hasUnsaved()]).toEqual([3, 'saved', false])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(3)
})

test('an answer that is refused holds up no other, is not called saved, and goes again once it is changed', async () => {
  const { keeper, sent, state } = keeping(({ persons }) =>
    typeof persons === 'number' && persons < 0
      ? { ok: false, message: 'from 0', fields: ['persons'], mayWorkLater: false }
      : kept(),
  )
  keeper.change('persons', -5)
  keeper.change('name', 'Anna')
  await keeper.flush()
  expect(sent).toEqual([{ persons: -5, name: 'Anna' }, { name: 'Anna' }])
  expect([state(), keeper.refused()]).toEqual(['notSaved', ['persons']])
  keeper.change('persons', 5)
  await keeper.flush()
  expect([sent.at(-1), state(), keeper.refused()]).toEqual([{ persons: 5 }, 'saved', []])
})

test('a page that comes back shows what was written elsewhere, unless it was typed into meanwhile', async () => {
  const { keeper, heard } = keeping(() => kept({ name: 'Anna' }))
  await keeper.catchUp(async () => kept({ name: 'Zoé' }))
  expect(heard).toEqual([{ written: { answers: { name: 'Zoé' }, files: [] } }])
  const late = keeper.catchUp(async () => {
    keeper.change('name', 'Anna')
    await keeper.flush()
    return kept({ name: 'Zoé' })
  })
  await late
  expect(heard.at(-1)?.written?.answers).toEqual({ name: 'Anna' })
})

test('a page that comes back after its link was replaced says so, and sends what was left when it can', async () => {
  const { keeper, sent, heard } = keeping(() => kept())
  await keeper.catchUp(async () => ({ ok: false, message: 'the link', fields: [], mayWorkLater: false }))
  expect(heard.at(-1)?.refused?.message).toBe('the link')
  keeper.change('name', 'Anna')
  await keeper.catchUp(async () => kept())
  expect(sent).toEqual([{ name: 'Anna' }])
})

test('a link that no longer holds is not asked again', async () => {
  const { keeper, sent } = keeping(() => ({ ...away, mayWorkLater: false }))
  keeper.change('name', 'Anna')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
})
