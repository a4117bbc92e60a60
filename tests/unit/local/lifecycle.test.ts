import { expect, test } from 'vitest'
import { Lifecycle } from '../../../infrastructure/local/stack/lifecycle.ts'

test('what was started last is stopped first, once, however often one asks', async () => {
  const stopped: string[] = []
  const lifecycle = new Lifecycle()
  lifecycle.onStop('database', async () => void stopped.push('database'))
  lifecycle.onStop('gateway', async () => void stopped.push('gateway'))
  await Promise.all([lifecycle.stop(), lifecycle.stop()])
  expect(stopped).toEqual(['gateway', 'database'])
})

test('a part that cannot be stopped does not keep the others running', async () => {
  const stopped: string[] = []
  const lifecycle = new Lifecycle()
  lifecycle.onStop('database', async () => void stopped.push('database'))
  lifecycle.onStop('gateway', async () => {
    throw new Error('stuck')
  })
  await lifecycle.stop()
  expect(stopped).toEqual(['database'])
})

test('a start that is under way ends at its next step', async () => {
  const lifecycle = new Lifecycle()
  lifecycle.checkpoint()
  await lifecycle.stop()
  expect(() => lifecycle.checkpoint()).toThrow('stopped')
})
