import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { translatorFor } from '@/lib/core/i18n/messages'
import { fileOf } from '@/lib/fleet/documents'
import { conflictsIn } from '@/lib/fleet/maintenance/conflicts'
import { MaintenanceFilters, MaintenanceResult, NewMaintenance } from '@/lib/fleet/maintenance/schema'
import { cantonOf, PLATE_CANTONS } from '@/lib/fleet/plate'

const vehicleId = '0198a6a2-7d4e-7c3a-9f00-5a5a5a5a5a5a'

describe('a plan as a form sends it', () => {
  test('leaves out what is empty', () => {
    const form = {
      vehicleId,
      kind: 'repair',
      startsAt: '',
      endsAt: '',
      dueKm: '60000',
      workshop: ' ',
      note: '',
    }
    expect(NewMaintenance.parse(form)).toMatchObject({
      startsAt: null,
      endsAt: null,
      dueKm: 60_000,
      note: null,
    })
  })

  test.each([
    { kind: 'holiday' },
    { dueKm: '0' },
    { dueKm: '12.5' },
    { startsAt: '2026-12-01' },
    { note: 'x'.repeat(2_001) },
  ])('refuses %j', (wrong) => {
    expect(NewMaintenance.safeParse({ vehicleId, kind: 'repair', ...wrong }).success).toBe(false)
  })

  test('a result has whole rappen and kilometres, or none', () => {
    expect(MaintenanceResult.parse({ id: vehicleId, costRappen: '12050', odometerKm: '' })).toMatchObject({
      costRappen: 12_050,
      odometerKm: null,
    })
    expect(MaintenanceResult.safeParse({ id: vehicleId, costRappen: '-1' }).success).toBe(false)
  })

  test('an address that makes no sense narrows nothing', () => {
    expect(MaintenanceFilters.parse({ status: 'sold' }).status).toEqual([])
    expect(MaintenanceFilters.parse({ status: ['done', 'planned'] }).status).toEqual(['done', 'planned'])
  })
})

test('a refusal names who is in the way, and anything else names nobody', () => {
  const told = { kind: 'reservation', number: 'R-1', customer: 'Anna', starts_at: 'a', ends_at: 'b' }
  expect(conflictsIn({ conflicts: [told] })).toEqual([
    { kind: 'reservation', number: 'R-1', customer: 'Anna', startsAt: 'a', endsAt: 'b' },
  ])
  expect(conflictsIn(undefined)).toEqual([])
  expect(conflictsIn({ conflicts: 'none' })).toEqual([])
})

test.each(['de', 'en'] as const)('every canton of a plate has its name (%s)', async (locale) => {
  const t = await translatorFor(locale, 'fleet')
  for (const canton of PLATE_CANTONS)
    expect(t(`cantons.${cantonOf(`${canton} 1 234`)}`)).not.toContain('cantons.')
})

test.each([
  ['de', -3, 'seit 3 Tagen'],
  ['de', -1, 'seit gestern'],
  ['de', 0, 'heute'],
  ['de', 1, 'morgen'],
  ['de', 12, 'in 12 Tagen'],
  ['en', -3, '3 days ago'],
  ['en', 12, 'in 12 days'],
] as const)('how soon something is due reads well (%s, %i)', async (locale, days, expected) => {
  const t = await translatorFor(locale, 'fleet')
  const values = { days, when: days < 0 ? 'past' : 'ahead', count: Math.abs(days) }
  expect(t('maintenance.days', values)).toBe(expected)
})

describe('the file of a document', () => {
  test('a PDF stays as it is, whatever it is called', async () => {
    const pdf = Buffer.from('%PDF-1.7\nfahrzeugausweis')
    expect(await fileOf(pdf)).toEqual({ bytes: pdf, contentType: 'application/pdf', extension: 'pdf' })
  })

  test('a picture loses place and camera', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Make: 'Phone', Copyright: 'Secret place' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const kept = await fileOf(photo)
    expect(kept).toMatchObject({ contentType: 'image/jpeg', extension: 'jpg' })
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined()
    expect(kept.bytes.includes('Secret place')).toBe(false)
  })

  test.each([
    ['a web page', '<html><script>alert(1)</script></html>'],
    ['a program', 'MZ\u0090'],
    ['nothing', ''],
    ['a picture that is none', '\u00ff\u00d8\u00ff nonsense'],
    ['a PDF further down', ' %PDF-1.7'],
  ])('%s is refused', async (_, content) => {
    await expect(fileOf(Buffer.from(content, 'latin1'))).rejects.toMatchObject({ code: 'document_invalid' })
  })
})
