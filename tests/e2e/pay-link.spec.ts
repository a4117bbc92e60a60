import { expect, test } from '@playwright/test'
import { addresses } from './support/addresses.ts'

/** The page of an invoice's private link: whoever pays may mistype, and their browser may run no scripts. */
const site = `http://alpenmobil.${process.env.APP_HOST}`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a voucher’s code that is refused stays where it was typed, and why stands beneath', async ({
      page,
    }) => {
      const { invoice } = await addresses()
      await page.goto(`${site}/pay/${invoice}`)
      await page.getByText('Mit einem Gutschein bezahlen').click()
      const code = page.getByLabel('Code')
      await code.fill('ABCD-EFGH-2345')
      await page.getByRole('button', { name: 'Einlösen' }).click()
      await expect(code).toHaveAccessibleDescription('Diesen Gutschein gibt es nicht. Prüfen Sie den Code.')
      await expect(code).toHaveValue('ABCD-EFGH-2345')
      expect(page.url()).not.toContain('ABCD')
    })
  })
}
