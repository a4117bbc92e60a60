'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Field } from '@/components/ui/field'
import { fieldId } from '@/components/ui/field-id'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { Language } from '@/lib/messages/languages'
import {
  FIELDS,
  factsOfEvent,
  requiredIn,
  type TemplateChannel,
  type TemplateEvent,
} from '@/lib/messages/templates/events'
import type { TemplateProblem } from '@/lib/messages/templates/fill'

type TemplateFieldsProps = {
  event: TemplateEvent
  channel: TemplateChannel
  language: Language
  texts: Record<string, string>
  problems: TemplateProblem[]
  change: (texts: Record<string, string>) => void
}

type Control = HTMLInputElement | HTMLTextAreaElement

/** The fields of a template, and the variables that can be put where one writes. */
export function TemplateFields({ event, channel, language, texts, problems, change }: TemplateFieldsProps) {
  const t = useTranslations('templates')
  const last = useRef<Control>(null)
  const required = requiredIn(event, channel)

  function insert(name: string) {
    const control = last.current ?? document.getElementById(fieldId('body'))
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return
    const { selectionStart, selectionEnd, value } = control
    const start = selectionStart ?? value.length
    const variable = `{{${name}}}`
    change({
      ...texts,
      [control.name]: value.slice(0, start) + variable + value.slice(selectionEnd ?? start),
    })
    requestAnimationFrame(() => {
      control.focus()
      control.setSelectionRange(start + variable.length, start + variable.length)
    })
  }

  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="font-medium text-sm">{t('variables')}</legend>
        <p className="text-muted text-xs">{t('variablesHelp')}</p>
        <div className="flex flex-wrap gap-1.5">
          {factsOfEvent(event).variables.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => insert(name)}
              className="inline-flex h-(--control-height-small) items-center gap-1 rounded border border-line-strong bg-surface px-2 text-sm hover:bg-sunken"
            >
              {t(`names.${name}`)}
              {required.includes(name) && <span className="text-muted text-xs">({t('required')})</span>}
            </button>
          ))}
        </div>
      </fieldset>
      {FIELDS[channel].map((field) => {
        const problem = problems.find((one) => one.field === field)
        const shared = {
          value: texts[field] ?? '',
          lang: language,
          onFocus: ({ target }: { target: Control }) => {
            last.current = target
          },
          // What is copied from a list often brings a space along.
          onChange: ({ target: { value } }: { target: Control }) =>
            change({ ...texts, [field]: field === 'contentSid' ? value.trim() : value }),
        }
        return (
          <Field
            key={field}
            name={field}
            label={t(`fields.${channel === 'email' ? field : field === 'body' ? 'text' : field}`)}
            help={
              field === 'closing'
                ? t('closingHelp')
                : channel === 'whatsapp'
                  ? t(field === 'body' ? 'approvedHelp' : 'contentSidHelp')
                  : undefined
            }
            error={problem && t(`problems.${problem.rule}`, { name: nameIn(problem, t) })}
            optional={field === 'closing'}
          >
            {field === 'body' || field === 'closing' ? (
              <Textarea rows={channel === 'sms' ? 4 : 6} {...shared} />
            ) : (
              <Input {...shared} />
            )}
          </Field>
        )
      })}
    </>
  )
}

/** What a problem is about: what is missing by the name on its button, what is unknown as it was typed. */
function nameIn(
  { rule, variable = '' }: TemplateProblem,
  t: ReturnType<typeof useTranslations<'templates'>>,
): string {
  return rule === 'required' && t.has(`names.${variable}`) ? t(`names.${variable}`) : variable
}
