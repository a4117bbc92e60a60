import { expect, test } from '@playwright/test'
import { completeSettings, connectStripe, importFleet, signUp } from './support/company.ts'
import { chooseVehicle, dayFromToday, enterDetails, payByCard } from './support/customer.ts'
import {
  closeContract,
  issueInvoice,
  openInvoicePdf,
  openRecord,
  recordPayment,
  resolveDeposit,
} from './support/desk.ts'
import { pickUp, takeBack } from './support/staff.ts'

const renter = { firstName: 'Lea', lastName: 'Brunner', email: 'lea.brunner@example.ch' }

test('a company opens, rents a car out, takes it back and is paid', async ({ page, browser }) => {
  test.setTimeout(480_000)

  const company = await test.step('an owner signs up', () => signUp(page))
  await test.step('and imports the fleet', () => importFleet(page))
  await test.step('and completes the company', () => completeSettings(page))

  await test.step('and connects an account for card payments', () => connectStripe(page))

  await test.step('a customer books on the company’s site and pays the deposit', async () => {
    const customer = await (await browser.newContext()).newPage()
    await chooseVehicle(customer, company.site, 'Golf 1.5 eTSI', dayFromToday(1), dayFromToday(4))
    await enterDetails(customer, renter)
    await payByCard(customer)
    await customer.context().close()
  })

  await test.step('staff hand the car over on the phone', async () => {
    await page.goto('/dashboard/reservations')
    await openRecord(page, /R-\d{4}-00001/)
    await page.getByRole('link', { name: 'Abholung beginnen' }).click()
    await pickUp(page)
  })

  await test.step('and take it back with a scratch, 700 km more and less fuel', async () => {
    await page.goto('/dashboard/contracts')
    await openRecord(page, /M-\d{4}-00001/)
    await page.getByRole('link', { name: /Rückgabe/ }).click()
    await takeBack(page, 700)
    await page.getByRole('link', { name: /Abrechnung/ }).click()
  })

  await test.step('the invoice is issued, part of the deposit kept, the rest paid by bank', async () => {
    await issueInvoice(page)
    await resolveDeposit(page)
    await recordPayment(page)
    await openInvoicePdf(page)
  })

  await test.step('and the contract is closed', async () => {
    await page
      .getByRole('link', { name: /M-\d{4}-00001/ })
      .first()
      .click()
    await closeContract(page)
  })

  await test.step('the trail shows who did it', async () => {
    await page.goto('/dashboard/activity')
    await expect(page.getByText('Ursina Caduff').first()).toBeVisible()
  })
})
