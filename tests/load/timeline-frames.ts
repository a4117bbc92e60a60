import { loadavg } from 'node:os'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../infrastructure/local/testing/chromium.ts'
import { world } from './environment.ts'
import { presentedWhile } from './presented-frames.ts'
import { cookieOf } from './session.ts'
import { syntheticTimeline } from './synthetic-timeline.ts'

// Which share of the pictures comes late while the timeline of 200 vehicles and three months is scrolled both ways, by script and by gesture, on a phone
// whose processor is four times slower than this one; and beside it, in the same run, a plain page of the same size, which tells what is the machine's.
// Run it against a production build: `npm run bench:timeline`.
const SLOWER = 4
const VEHICLES = 200
const ZOOMS = ['month', 'week']

const SCROLLER = '[data-timeline]'
const SPEED = 1_000
const LASTS_MS = 3_000

const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
try {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const figures: object[] = []
  for (const zoom of ZOOMS) {
    const board = await openBoard(context, zoom)
    const plain = await openPlain(context, board)
    figures.push(...(await scrolled(browser, `plain page, as wide as a ${zoom}`, plain)))
    figures.push(...(await scrolled(browser, `timeline by ${zoom}`, board)))
    await board.close()
    await plain.close()
  }
  console.table(figures)
  console.log(`load average ${loadavg().map((load) => load.toFixed(1))}`)
} finally {
  await browser.close()
}

/** The timeline with the large fleet on it. */
async function openBoard(context: BrowserContext, zoom: string): Promise<Page> {
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
  await page.goto(`${world.app}/dashboard/timeline?zoom=${zoom}`)
  await page.getByText('BE 100000').waitFor()
  await page.locator(`${SCROLLER}[aria-busy=false]`).waitFor()
  return page
}

/** A page that holds nothing but lines of text, as long and as wide as the board. */
async function openPlain(context: BrowserContext, board: Page): Promise<Page> {
  const size = await board.locator(SCROLLER).evaluate((element) => ({
    scrollWidth: element.scrollWidth,
    scrollHeight: element.scrollHeight,
    clientHeight: element.clientHeight,
    top: element.getBoundingClientRect().top,
  }))
  const page = await context.newPage()
  const lines = Array.from({ length: Math.floor(size.scrollHeight / 34) }, (_, nth) => `<p>Line ${nth}</p>`)
  await page.setContent(
    `<meta name=viewport content="width=device-width"><style>p { margin: 0; height: 33px; border-bottom: 1px solid #ddd }</style>
     <div data-timeline style="margin-top: ${size.top}px; height: ${size.clientHeight}px; overflow: auto; background: white">
     <div style="width: ${size.scrollWidth}px; height: ${size.scrollHeight}px">${lines.join('')}</div></div>`,
  )
  return page
}

async function scrolled(browser: Browser, what: string, page: Page): Promise<object[]> {
  const session = await page.context().newCDPSession(page)
  await page.bringToFront()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const figures: object[] = []
  for (const direction of ['down', 'across'] as const) {
    for (const by of ['script', 'gesture'] as const) {
      await page.locator(SCROLLER).evaluate((board) => board.scrollTo(0, 0))
      await page.waitForTimeout(1_000)
      const before = await worked()
      const { frames, late } = await presentedWhile(browser, page, () =>
        by === 'script'
          ? page.evaluate(scrollByScript, { direction, step: SPEED / 60, lastsMs: LASTS_MS })
          : session.send('Input.synthesizeScrollGesture', {
              x: 250,
              y: 600,
              [direction === 'down' ? 'yDistance' : 'xDistance']: (-SPEED * LASTS_MS) / 1_000,
              speed: SPEED,
              // Fingers wait for the page's thread where a browser only plays a phone; wheels do not, as fingers on a real one.
              gestureSourceType: 'mouse',
            }),
      )
      figures.push({
        what,
        scrolled: `${direction} by ${by}`,
        frames,
        'late %': (100 * late).toFixed(1),
        'work a frame ms': (((await worked()) - before) / frames).toFixed(1),
      })
    }
  }
  return figures
}

type Scrolling = { direction: 'down' | 'across'; step: number; lastsMs: number }

/** Runs in the page: scrolls a steady stretch every frame. */
function scrollByScript({ direction, step, lastsMs }: Scrolling): Promise<void> {
  const board = document.querySelector('[data-timeline]')
  return new Promise((resolve) => {
    const end = performance.now() + lastsMs
    function frame(now: number) {
      if (direction === 'down') board?.scrollBy(0, step)
      else board?.scrollBy(step, 0)
      if (now < end) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
