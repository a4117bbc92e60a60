import { expect, test } from 'vitest'
import { DriverRecord } from '@/lib/customers/records-schema'

const driver = {
  customerId: crypto.randomUUID(),
  firstName: 'Reto',
  lastName: 'Frei',
  licenceCategories: ['B'],
}

test('since when a category is held is said in a field of its own, which is named where it is wrong', () => {
  expect(
    DriverRecord.parse({ ...driver, 'licenceSince.B': '2010-05-01', 'licenceSince.C': '' }),
  ).toMatchObject({
    licenceSince: { B: '2010-05-01' },
  })
  const { error } = DriverRecord.safeParse({ ...driver, 'licenceSince.B': 'gestern' })
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['licenceSince.B'])
})
