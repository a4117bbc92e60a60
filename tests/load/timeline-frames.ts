import { chromium } from '@playwright/test'
import { findChromium } from '../../infrastructure/local/testing/chromium.ts'
import { world } from './environment.ts'
import { cookieOf } from './session.ts'
import { syntheticTimeline } from './synthetic-timeline.ts'

// How long frames take while the timeline of 200 vehicles and three months is scrolled both ways, on a phone whose processor is four times
// slower than this one. Run it against a production build: `node --env-file=.local/demo/env tests/load/timeline-frames.ts`. What the page's thread
// works in a frame is its own time on the processor, slowed down like the rest; it hardly depends on what else runs here.
const SLOWER = 4
const VEHICLES = 200

const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
try {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const cookie = await cookieOf('owner@alpenmobil.test')
  await context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: world.app,
    })),
  )
  const page = await context.newPage()
  // The board asks for everything again as soon as the mark differs; what it gets then is the large fleet.
  await page.route('**/api/timeline/version', (route) =>
    route.fulfill({ json: { success: true, data: { version: 'large' } } }),
  )
  await page.route('**/api/timeline?*', (route) =>
    route.fulfill({ json: { success: true, data: syntheticTimeline(VEHICLES) } }),
  )
  await page.goto(`${world.app}/dashboard/timeline?zoom=month`)
  await page.getByText('BE 100000').waitFor()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  for (const direction of ['down', 'across'] as const) {
    const before = await worked()
    const frames = await page.evaluate(scrollAndMeasure, direction)
    const work = ((await worked()) - before) / frames.length
    const sorted = frames.toSorted((a, b) => a - b)
    const share = (at: number) => (sorted[Math.floor(sorted.length * at)] ?? 0).toFixed(1)
    const late = frames.filter((frame) => frame > 1_000 / 60 + 4).length
    console.log(
      `${direction}: ${frames.length} frames, median ${share(0.5)} ms, p95 ${share(0.95)} ms, worst ${share(0.999)} ms, later than 60 a second ${((100 * late) / frames.length).toFixed(1)} %, work a frame ${work.toFixed(1)} ms`,
    )
  }
} finally {
  await browser.close()
}

/** Runs in the page: scrolls a steady stretch every frame for four seconds and notes how long each frame took. */
function scrollAndMeasure(direction: 'down' | 'across'): Promise<number[]> {
  const board = document.querySelector<HTMLElement>('[data-timeline]')
  if (!board) throw new Error('There is no timeline.')
  return new Promise((resolve) => {
    const frames: number[] = []
    let last = performance.now()
    const end = last + 4_000
    function frame(now: number) {
      frames.push(now - last)
      last = now
      if (direction === 'down') board?.scrollBy(0, 24)
      else board?.scrollBy(16, 0)
      if (now < end) requestAnimationFrame(frame)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(frame)
  })
}
