import { expect, test } from 'vitest'
import { fieldProblems } from '@/lib/core/validation'
import { GuideDraft } from '@/lib/guide/schema'

const section = {
  key: 's1',
  titles: { de: 'Heizung' },
  texts: { de: 'Links unten.' },
  photo_ids: [],
  paid: false,
}
const guide = { names: { de: 'Wohnmobile' }, categoryIds: [], active: true, sections: [section] }

test.each([
  [{ ...guide, names: { de: '  ' } }, 'names', 'required'],
  [{ ...guide, sections: [{ ...section, titles: {} }] }, 'sections.0.titles', 'required'],
  [{ ...guide, sections: [section, { ...section, texts: { de: '' } }] }, 'sections.1.texts', 'required'],
  [{ ...guide, sections: [{ ...section, video_url: 'http://x' }] }, 'sections.0.video_url', 'web_address'],
  [{ ...guide, sections: [{ ...section, hours_before: 1.5 }] }, 'sections.0.hours_before', 'whole_number'],
  [{ ...guide, sections: [{ ...section, hours_before: Number.NaN }] }, 'sections.0.hours_before', 'number'],
  [{ ...guide, sections: [{ ...section, hours_before: -1 }] }, 'sections.0.hours_before', 'too_small_number'],
])('a guide says what is wrong where it is wrong: %#', (wrong, field, key) => {
  const { error } = GuideDraft.safeParse(wrong, { reportInput: true })
  expect(error && fieldProblems(error)).toMatchObject([{ field, key }])
})
