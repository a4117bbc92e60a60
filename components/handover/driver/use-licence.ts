import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { missingOfDriver } from '@/components/handover/missing-facts'
import { localDateOf } from '@/lib/core/dates'
import { licenceFindings } from '@/lib/customers/licence'
import type { KnownDriver } from '@/lib/handover/handover'
import { bornBy, lapsesBefore } from '@/lib/handover/rules'

/** A licence held against the vehicle and the days of this handover: what stops, at its field and in words, and what a person has to judge. */
export function useLicence(driver: KnownDriver) {
  const t = useTranslations('handover.driver')
  const words = useTranslations('handover.signature.facts')
  const { handover, timeZone } = useHandover()
  const { minimumAge, endsAt } = handover.contract
  const lastDay = localDateOf(new Date(endsAt), timeZone)
  const today = localDateOf(new Date(), timeZone)
  const isLapsing = lapsesBefore(driver.licenceExpiresOn, lastDay)
  const isTooYoung = driver.birthDate !== '' && driver.birthDate > bornBy(today, minimumAge)
  const missing = missingOfDriver(driver)
  const findings = licenceFindings(
    {
      birthDate: driver.birthDate || null,
      categories: driver.licenceCategories,
      since: driver.licenceSince,
      codes: driver.licenceCodes.split(/[\s,;/]+/).filter(Boolean),
      expiresOn: driver.licenceExpiresOn || null,
      verifiedAt: today,
    },
    { ...handover.vehicle.demand, minimumAge },
    { startsOn: today, endsOn: lastDay },
  )
  const isAutomaticOnly = findings.some(({ code }) => code === 'automatic_only')
  const obstacle =
    missing.length > 0
      ? t('incomplete', { facts: missing.map((fact) => words(fact)).join(', ') })
      : isTooYoung
        ? t('tooYoung', { age: minimumAge })
        : isLapsing
          ? t('lapsesText')
          : isAutomaticOnly
            ? t('automaticOnly', { plate: handover.vehicle.plate })
            : null
  return {
    today,
    isLapsing,
    isTooYoung,
    obstacle,
    // Age and expiry stand at their fields; the rest is shown once there is something to judge.
    findings:
      missing.length > 0 ? [] : findings.filter(({ code, stops }) => !stops || code === 'automatic_only'),
  }
}
