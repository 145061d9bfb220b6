const AVATAR_HOST = 'https://static.intercomassets.com'
const UPLOAD_HOST = 'https://downloads.intercomcdn.com'

/** Hosts of Intercom's avatars and uploads, served by {@link getAssetResponse}. */
export const assetHosts = [AVATAR_HOST, UPLOAD_HOST] as const

/** Returns the URL of an avatar. The same name gives the same face. */
export function toAvatarUrl(name: string): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${AVATAR_HOST}/avatars/${slug}/square_128.svg`
}

/**
 * Returns the signed URL of an upload, as Intercom writes it.
 * @param name File name. A word in it, such as `error`, selects the drawing of an image; the default is a chart.
 */
export function toUploadUrl(name: string): string {
  const id = 1_190_000_000 + (hash(name) % 9_000_000)
  const signature = hash(`${name}.`).toString(16).padStart(8, '0').repeat(4)
  const path = `i/o/hx7q2mlt/${id}/${signature.slice(0, 24)}/${encodeURIComponent(name)}`
  return `${UPLOAD_HOST}/${path}?expires=1795017600&signature=${signature}&req=dyMo`
}

/** Decodes a path segment. Returns malformed segments unchanged. */
export function decodePathSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function hash(text: string): number {
  let value = 2166136261
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
  return value
}

const SKINS = ['#f2d3bd', '#e0ac86', '#c68863', '#8d5a3b', '#5f3a26']
const HAIRS = ['#2b2320', '#5b3a29', '#8a5a33', '#b98a4b', '#777b80', '#1d2a3a']

function drawPortrait(seed: string): string {
  const number = hash(seed)
  const hue = number % 360
  const skin = SKINS[number % SKINS.length]
  const hair = HAIRS[(number >>> 4) % HAIRS.length]
  const long = (number >>> 8) % 2 === 0
  const locks = long ? `<path fill="${hair}" d="M38 62a26 26 0 0 1 52 0v26H38z"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">
<rect width="128" height="128" fill="hsl(${hue} 38% 82%)"/>${locks}
<path fill="hsl(${(hue + 150) % 360} 30% 38%)" d="M20 128c0-26 18-38 44-38s44 12 44 38z"/>
<path fill="${skin}" d="M54 78h20v14a10 10 0 0 1-20 0z"/><ellipse cx="64" cy="62" rx="21" ry="24" fill="${skin}"/>
<path fill="${hair}" d="M41 60c-2-22 10-32 24-32 15 0 26 11 22 32-4-10-10-14-18-15-10 0-24 3-28 15z"/>
</svg>`
}

const drawFrame = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720" font-family="sans-serif">
<rect width="1280" height="720" fill="#f6f7f9"/><rect x="0" y="0" width="220" height="720" fill="#1f2733"/>
<g fill="#3a4556">
<rect x="28" y="36" width="120" height="16" rx="8"/><rect x="28" y="96" width="150" height="12" rx="6"/>
<rect x="28" y="130" width="130" height="12" rx="6"/><rect x="28" y="164" width="142" height="12" rx="6"/></g>
<rect x="252" y="32" width="260" height="22" rx="6" fill="#cfd6df"/>
<rect x="252" y="84" width="996" height="604" rx="10" fill="#fff" stroke="#dfe4ea"/>
${content}</svg>`

function drawChart(seed: string): string {
  const points = Array.from({ length: 30 }, (_, day) => {
    const height = 180 + 140 * Math.sin(day / 4) + (hash(`${seed}${day}`) % 70)
    return `${290 + day * 32},${Math.round(620 - height)}`
  })
  const lines = [180, 290, 400, 510, 620].map((y) => `<path d="M280 ${y}H1220" stroke="#edf0f3"/>`).join('')
  return drawFrame(`<text x="284" y="136" font-size="26" fill="#3b4654">Weekly active accounts</text>${lines}
<polyline points="${points.slice(0, 17).join(' ')}" fill="none" stroke="#2f6fde" stroke-width="4"/>
<polyline points="${points.slice(20).join(' ')}" fill="none" stroke="#2f6fde" stroke-width="4"/>
<rect x="818" y="170" width="96" height="450" fill="#d9534f" opacity=".12"/>
<text x="828" y="196" font-size="18" fill="#a33">No data</text>`)
}

const drawErrorDialog = (): string => drawFrame(`
<rect x="470" y="240" width="560" height="240" rx="12" fill="#fff" stroke="#cfd6df" stroke-width="2"/>
<circle cx="516" cy="292" r="18" fill="#d9534f"/><text x="511" y="300" font-size="24" fill="#fff">!</text>
<text x="548" y="300" font-size="24" fill="#2b3440">Could not save the dashboard</text>
<text x="498" y="352" font-size="18" fill="#5c6875">TypeError: widgets[3].range is undefined</text>
<rect x="880" y="410" width="120" height="42" rx="8" fill="#2f6fde"/>
<text x="916" y="437" font-size="18" fill="#fff">Retry</text>`)

type Rows = readonly (readonly [left: string, right: string])[]

function drawTable(rows: Rows): string {
  const lines = rows.map(([left, right], index) => {
    const y = 170 + index * 84
    return `<text x="300" y="${y}" font-size="26" fill="#3b4654">${left}</text>
<text x="1200" y="${y}" font-size="26" text-anchor="end" fill="#3b4654">${right}</text>
<path d="M290 ${y + 32}H1210" stroke="#edf0f3" stroke-width="2"/>`
  })
  return drawFrame(lines.join(''))
}

const statement: Rows = [
  ['17 Nov  Harbour fees', '- €1,204.00'], ['18 Nov  TIDEWATER METRICS', '- €980.00'],
  ['18 Nov  TIDEWATER METRICS', '- €980.00'], ['18 Nov  Fuel', '- €3,310.40'], ['18 Nov  Incoming', '+ €8,220.00'],
]
const events: Rows = [
  ['lesson_published', '412 this week'], ['class_invited', '96 this week'], ['quiz_finished', '2,208 this week'],
  ['report_shared', '31 this week'], ['parent_replied', '140 this week'],
]

/** Draws a square that only looks like a QR code. */
function drawScanCode(seed: string): string {
  const cells = Array.from({ length: 441 }, (_, cell) => cell)
    .filter((cell) => (hash(`${seed}${cell}`) >>> 9) % 2 === 0)
    .map((cell) => `M${520 + (cell % 21) * 18} ${150 + Math.floor(cell / 21) * 18}h18v18h-18z`)
  return drawFrame(`<text x="520" y="126" font-size="26" fill="#3b4654">Scan with your new phone</text>
<path fill="#2b3440" d="${cells.join('')}"/>`)
}

const PICTURES: readonly (readonly [word: string, draw: (name: string) => string])[] = [
  ['error', drawErrorDialog],
  ['charge', () => drawTable(statement)],
  ['events', () => drawTable(events)],
  ['two-factor', drawScanCode],
]

function drawPicture(name: string): string {
  const draw = PICTURES.find(([word]) => name.includes(word))?.[1] ?? drawChart
  return draw(name)
}

function createFileResponse(name: string): Response {
  const types = [['.csv', 'text/csv'], ['.pdf', 'application/pdf']] as const
  const type = types.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream'
  const rows = Array.from({ length: 500 }, (_, row) => {
    const day = String((row % 18) + 1).padStart(2, '0')
    return `2026-11-${day},account_${row},${hash(`${name}${row}`) % 900}`
  })
  const body = type === 'text/csv' ? `day,account,events\n${rows.join('\n')}\n` : '%PDF-1.4\n%%EOF\n'
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  return new Response(body, { headers: { 'Content-Type': type, 'Content-Disposition': disposition } })
}

/**
 * Serves avatars and images as SVG drawings, and other uploads as small files of their type.
 * @returns `null` for any other path.
 */
export function getAssetResponse(url: URL): Response | null {
  const parts = url.pathname.split('/').filter(Boolean).map(decodePathSegment)
  const svg = (body: string) => new Response(body, { headers: { 'Content-Type': 'image/svg+xml' } })
  if (parts[0] === 'avatars') return svg(drawPortrait(parts[1] ?? ''))
  if (parts[0] !== 'i' || parts[1] !== 'o') return null
  const name = parts.at(-1) ?? ''
  return /\.(png|jpe?g|gif|webp|svg)$/i.test(name) ? svg(drawPicture(name)) : createFileResponse(name)
}
