import { line } from '@/components/icons/silhouettes/parts'
import type { Sketch } from '@/components/icons/sketches/zones'

type View = { shell: string; glass: string; seams: string }

const BOX =
  'M84 30H116C124 30 129 34 129 42V160C129 166 126 169 120 169H80C74 169 71 166 71 160V42C71 34 76 30 84 30Z'

/** The vehicle from above on 200 × 200, its front at the top. */
const views: Record<Sketch, View> = {
  car: {
    shell:
      'M85 31C92 28 108 28 115 31C123 34 127 40 128 49V150C127 160 122 167 114 169C106 171 94 171 86 169C78 167 73 160 72 150V49C73 40 77 34 85 31Z',
    glass:
      'M77 73C87 66 113 66 123 73L118 87C109 82 91 82 82 87ZM82 141C91 145 109 145 118 141L121 153C111 158 89 158 79 153Z',
    seams: 'M82 90V138M118 90V138M80 66C82 54 85 42 88 34M120 66C118 54 115 42 112 34',
  },
  van: {
    shell: BOX,
    glass: 'M76 49C88 43 112 43 124 49L121 62C110 57 90 57 79 62Z',
    seams: 'M79 66H121M79 66V162M121 66V162M79 96H121M79 129H121M100 162V169',
  },
  minibus: {
    shell: BOX,
    glass: 'M76 49C88 43 112 43 124 49L121 62C110 57 90 57 79 62ZM88 82H112V100H88ZM84 160H116V165H84Z',
    seams: 'M79 66H121M79 66V162M121 66V162M79 112H121M79 138H121',
  },
  camper: {
    shell:
      'M84 30H116C123 30 128 34 128 41V44H131C134 44 135 46 135 49V163C135 167 133 169 129 169H71C67 169 65 167 65 163V49C65 46 66 44 69 44H72V41C72 34 77 30 84 30Z',
    glass: 'M86 56H114V74H86ZM84 116H104V136H84Z',
    seams: 'M65 48H135M70 52V164M130 52V164M112 120H124V132H112ZM76 92H124',
  },
}

/** The view from above, in the middle of the sketch. */
export function TopView({ sketch }: { sketch: Sketch }) {
  const { shell, glass, seams } = views[sketch]
  return (
    <>
      <path
        {...line}
        d={
          sketch === 'camper' ? 'M65 56H62V60M135 56H138V60' : 'M72 72L65 76V80L72 79M128 72L135 76V80L128 79'
        }
      />
      <path {...line} d={shell} fill="var(--surface)" />
      <path d={glass} fill="currentColor" fillOpacity={0.14} />
      <path {...line} d={seams} strokeWidth={1} strokeOpacity={0.4} />
    </>
  )
}
