/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Wraps content into a whole page in the emulators' common look. */
export function page(options: { title: string; language?: string; body: string; width?: number }): string {
  return `<!doctype html>
<html lang="${options.language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(options.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLES}main{max-width:${options.width ?? 28}rem}</style>
</head>
<body><main>${options.body}</main></body>
</html>`
}

/** Answers with a page. */
export function htmlResponse(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Sends the browser on with GET, whatever brought it here. */
export function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

const STYLES = `
:root{color-scheme:light dark;--ink:#1a1f2b;--soft:#59606e;--line:#d5d9e0;--paper:#fff;--ground:#f4f5f7;--accent:#3d4bd1;--on-accent:#fff;--bad:#b3261e;--bad-ground:#fdeceb}
@media (prefers-color-scheme:dark){:root{--ink:#eceef2;--soft:#a4abb8;--line:#3a4150;--paper:#1b1f28;--ground:#12151b;--accent:#99a3ff;--on-accent:#12151b;--bad:#ff9a93;--bad-ground:#3a1d1c}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.25rem;margin:0 0 .25rem}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--accent)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.25rem;margin:1rem 0}
.soft{color:var(--soft);font-size:.875rem}
.badge{display:inline-block;border:1px solid var(--line);border-radius:4px;padding:0 .4rem;font-size:.75rem;color:var(--soft)}
.error{background:var(--bad-ground);color:var(--bad);border-radius:6px;padding:.75rem;margin:0 0 1rem}
.total{font-size:1.75rem;font-weight:600;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:1fr auto;gap:.25rem 1rem;margin:.75rem 0 0}
dt{overflow-wrap:anywhere}
dd{margin:0;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
label{display:block;font-size:.875rem;font-weight:500;margin-top:.9rem}
input,select,textarea{width:100%;min-height:48px;margin-top:.25rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px}
textarea{min-height:96px}
.row{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
button,.button{display:block;width:100%;min-height:52px;margin-top:1.25rem;padding:.75rem;border:0;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.plain,.button.plain{background:transparent;color:var(--accent);border:1px solid var(--line)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary{min-height:44px;padding:.6rem 0;cursor:pointer;color:var(--soft);font-size:.875rem}
.cards button{min-height:44px;margin:.35rem 0 0;padding:.4rem .75rem;text-align:left;font-weight:400;font-size:.875rem}
table{width:100%;border-collapse:collapse;font-size:.875rem}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th{color:var(--soft);font-weight:500}
iframe{width:100%;min-height:60vh;border:1px solid var(--line);border-radius:6px;background:#fff}
ul.mails{list-style:none;margin:1rem 0;padding:0}
ul.mails a{display:block;padding:.75rem 1rem;border:1px solid var(--line);border-bottom:0;background:var(--paper);color:inherit;text-decoration:none}
ul.mails li:last-child a{border-bottom:1px solid var(--line)}
`
