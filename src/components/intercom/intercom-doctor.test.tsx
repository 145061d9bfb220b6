import { build } from 'esbuild'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { IntercomDoctorPanel } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'

afterEach(() => vi.unstubAllEnvs())

async function bundle(mode: 'development' | 'production'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/components/intercom/intercom-doctor.tsx'],
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    outdir: 'unused',
    write: false,
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    alias: { '@': './src' },
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

test('is left out of a production build', async () => {
  await expect(bundle('development')).resolves.toContain('App id without its prefix')
  const production = await bundle('production')
  expect(production).not.toContain('App id without its prefix')
  expect(production).not.toContain('import(')
  expect(production.length).toBeLessThan(400)
})

test('names a misspelled variable on the server, without its value', () => {
  vi.stubEnv('INTERCOM_APP_ID', 'hx7q2mlt')
  const html = renderToString(<IntercomDoctorPanel />)
  expect(html).toContain('data-names="INTERCOM_APP_ID"')
  expect(html).not.toContain('hx7q2mlt')
})
