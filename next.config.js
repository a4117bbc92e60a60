import createNextIntlPlugin from 'next-intl/plugin'
import { brotliHeaders, brotliRewrites, compressStaticFiles } from './infrastructure/build/brotli.mjs'
import { buildServiceWorker, serviceWorkerRewrites } from './infrastructure/build/service-worker.mjs'

/** Headers for every answer, static files included; what depends on the request is set in proxy.ts. */
const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains; preload' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
]

// `next dev` has no files to compress, and Vercel's network compresses by itself.
const ownsCompression = process.env.NODE_ENV === 'production' && !process.env.VERCEL

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Several instances (demo, tests, developers) build side by side, each into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  outputFileTracingIncludes: {
    '/*': ['./messages/**/*.json'],
    // The faces of our pages and of our documents, read by lib/core/typeface-file.ts and lib/core/documents/fonts.ts.
    '/fonts/*': [
      './app/fonts/geist-latin.woff2',
      './node_modules/@fontsource-variable/*/files/*-latin-wght-normal.woff2',
    ],
    // The social image's words, and the letter of a site's icon.
    '/site/[[]company[]]/{icon,social-image}': [
      './node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf',
    ],
    '/api/cron/*': [
      './node_modules/geist/dist/fonts/geist-{sans,mono}/Geist*-{Regular,SemiBold}.ttf',
      './node_modules/@expo-google-fonts/arimo/{400Regular,700Bold}/*.ttf',
    ],
  },
  // Types are checked by `npm run check`, once, not by every build of every instance.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: {
    // Lets a page answer 403 with app/forbidden.tsx.
    authInterrupts: true,
    // What is longer is cut off behind proxy.ts without a word: this lies above all that any route takes, so that each refuses what is too large itself.
    proxyClientMaxBodySize: 64 * 1024 * 1024,
  },
  allowedDevOrigins: ['localhost', '*.localhost'],
  serverExternalPackages: ['pino', 'sharp', 'twilio'],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    ...(ownsCompression ? brotliHeaders : []),
  ],
  rewrites: async () => ({
    // Last: what it leads to must not be led on to a compressed file, whose headers belong to another address.
    beforeFiles: [...(ownsCompression ? brotliRewrites : []), ...serviceWorkerRewrites],
  }),
  compiler: {
    async runAfterProductionCompile(build) {
      await buildServiceWorker(build)
      if (ownsCompression) await compressStaticFiles(build)
    },
  },
}

const withIntl = createNextIntlPlugin('./lib/core/i18n/request.ts')

/** Sentry's build step is loaded only where a DSN says that somebody listens. */
async function withMonitoring(config) {
  if (!process.env.SENTRY_DSN) return config
  const { withSentryConfig } = await import('@sentry/nextjs')
  return withSentryConfig(config, { silent: true, telemetry: false, sourcemaps: { disable: true } })
}

export default () => withMonitoring(withIntl(nextConfig))
