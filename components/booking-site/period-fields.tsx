import { useTranslations } from 'next-intl'
import { PeriodGuard } from '@/components/booking-site/period-guard'
import { SelectBox } from '@/components/booking-site/select-box'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'

type PeriodFieldsProps = { from: string; to: string; today: string; times: string[] }

/** Pick-up and return, each a day and an hour, in the phone's own pickers. */
export function PeriodFields({ from, to, today, times }: PeriodFieldsProps) {
  const t = useTranslations('booking-site.search')
  const [fromDate = '', fromTime = ''] = from.split('T')
  const [toDate = '', toTime = ''] = to.split('T')
  return (
    <PeriodGuard from={fromDate} to={toDate}>
      <Moment
        name="from"
        date={fromDate}
        time={fromTime}
        earliest={today}
        times={times}
        label={t('pickupDate')}
        timeLabel={t('pickupTime')}
      />
      <Moment
        name="to"
        date={toDate}
        time={toTime}
        earliest={fromDate}
        times={times}
        label={t('returnDate')}
        timeLabel={t('returnTime')}
      />
    </PeriodGuard>
  )
}

type MomentProps = {
  name: 'from' | 'to'
  date: string
  time: string
  earliest: string
  times: string[]
  label: string
  timeLabel: string
}

function Moment({ name, date, time, earliest, times, label, timeLabel }: MomentProps) {
  return (
    <div className="grid grid-cols-[1fr_7rem] items-end gap-2">
      <label className="grid min-w-0 gap-1.5">
        <span className="font-medium text-sm">{label}</span>
        <input
          type="date"
          name={name}
          defaultValue={date}
          min={earliest}
          required
          className={cn(controlStyle, 'tabular h-(--control-height) appearance-none px-3')}
        />
      </label>
      <SelectBox name={`${name}_time`} defaultValue={time} label={timeLabel} labelHidden>
        {times.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectBox>
    </div>
  )
}
