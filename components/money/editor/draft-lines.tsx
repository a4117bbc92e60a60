'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { EditedLine, LineProblem } from '@/components/money/editor/lines'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Money } from '@/components/ui/money'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'

type DraftLinesProps = {
  lines: EditedLine[]
  onChange: (lines: EditedLine[]) => void
  /** What each line comes to, by its key; a line without an answer shows nothing. */
  amounts: Map<string, number>
  ratesBp: number[]
  currency: string
  /** What is wrong with a line, by its key. */
  problems: Map<string, LineProblem>
}

/** The lines of an invoice that is being written; each can be moved through by keyboard and taken out again. */
export function DraftLines({ lines, onChange, amounts, ratesBp, currency, problems }: DraftLinesProps) {
  const t = useTranslations('money.editor')
  const change = (key: string, part: Partial<EditedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const list = useRef<HTMLOListElement>(null)

  /** A keyboard goes on in the line that was added, or in that which took the place of one taken out. */
  function goOn(to: EditedLine[], index: number) {
    flushSync(() => onChange(to))
    list.current?.children[index]?.querySelector('input')?.focus()
  }
  const add = () => goOn([...lines, blankLine(ratesBp[0] ?? 0)], lines.length)
  const remove = (index: number) =>
    goOn(lines.toSpliced(index, 1), Math.max(0, Math.min(index, lines.length - 2)))

  return (
    <div className="grid gap-3">
      <ol ref={list} className="grid gap-3">
        {lines.map((line, index) => (
          <DraftLineFields
            key={line.key}
            line={line}
            number={index + 1}
            amountRappen={amounts.get(line.key)}
            ratesBp={ratesBp}
            currency={currency}
            problem={problems.get(line.key) ?? null}
            onChange={(part) => change(line.key, part)}
            onRemove={lines.length > 1 ? () => remove(index) : null}
          />
        ))}
      </ol>
      <div>
        <Button size="sm" onClick={add} disabled={lines.length >= 200}>
          <Plus aria-hidden="true" />
          {t('addLine')}
        </Button>
      </div>
    </div>
  )
}

type DraftLineFieldsProps = {
  line: EditedLine
  number: number
  amountRappen: number | undefined
  ratesBp: number[]
  currency: string
  problem: LineProblem | null
  onChange: (part: Partial<EditedLine>) => void
  onRemove: (() => void) | null
}

function DraftLineFields({
  line,
  number,
  amountRappen,
  ratesBp,
  currency,
  problem,
  onChange,
  onRemove,
}: DraftLineFieldsProps) {
  const t = useTranslations('money.editor')
  const wrong = (field: typeof problem) => (problem === field && field ? t(`problems.${field}`) : undefined)
  // A rate of another year stays on its line until somebody chooses one of today's.
  const rates = ratesBp.includes(line.vatBp) ? ratesBp : [...ratesBp, line.vatBp]
  return (
    <li className="grid grid-cols-2 items-start gap-x-3 gap-y-2 rounded border p-3 lg:grid-cols-[minmax(0,1fr)_5rem_9rem_6rem_7rem_2rem] xl:grid-cols-[minmax(0,1fr)_5rem_11rem_6rem_7.5rem_2rem] lg:border-0 lg:p-0">
      <Field label={t('text', { number })} error={wrong('text')} className="max-lg:col-span-2">
        <Input
          value={line.text}
          maxLength={300}
          autoComplete="off"
          onChange={({ target }) => onChange({ text: target.value })}
        />
      </Field>
      <Field label={t('quantity')} error={wrong('quantity')}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          className="tabular text-right"
          value={line.quantity}
          onChange={({ target }) => onChange({ quantity: target.value })}
        />
      </Field>
      <Field label={t('price')} error={wrong('price')}>
        <MoneyInput
          currency={currency}
          defaultValue={line.unitRappen}
          onAmountChange={(unitRappen) => onChange({ unitRappen })}
        />
      </Field>
      <Field label={t('vat')}>
        <Select
          className="tabular"
          value={line.vatBp}
          onChange={({ target }) => onChange({ vatBp: Number(target.value) })}
        >
          {rates.map((rate) => (
            <option key={rate} value={rate}>
              {rate / 100} %
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid justify-items-end gap-1.5 text-sm">
        <span className="text-muted">{t('amount')}</span>
        <span className="grid h-(--control-height) content-center">
          {amountRappen === undefined ? (
            <span className="text-faint">–</span>
          ) : (
            <Money amountRappen={amountRappen} bare className="font-medium" />
          )}
        </span>
      </div>
      <div className="grid justify-items-end max-lg:col-span-2 max-lg:-mt-1 lg:pt-6">
        {onRemove && (
          <IconButton label={t('removeLine', { number })} onClick={onRemove}>
            <Trash2 />
          </IconButton>
        )}
      </div>
    </li>
  )
}

/** A line to write into, at the usual rate. */
export function blankLine(vatBp: number): EditedLine {
  return { key: crypto.randomUUID(), text: '', quantity: '1', unitRappen: null, vatBp }
}
