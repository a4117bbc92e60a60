/** Tailwind is the only step between our styles and the browser. */
const config = { plugins: { '@tailwindcss/postcss': {} } }

export default config
