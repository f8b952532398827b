import { createHash } from 'node:crypto'
import { defineConfig } from 'vite'

/**
 * One HTML file with everything in it, which opens from disk as well as from a server. Its content security policy lets
 * it run its own script and style and nothing else: it cannot fetch, and it cannot send.
 */
function oneFile() {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const part = (extension) => {
        const name = Object.keys(bundle).find((name) => name.endsWith(extension))
        const { code, source } = bundle[name]
        delete bundle[name]
        return code?.trim() ?? source
      }
      const html = bundle['index.html']
      const script = part('.js').replaceAll('</script', '<\\/script')
      const style = part('.css')
      const policy = [
        "default-src 'none'",
        `script-src ${hash(script)} 'wasm-unsafe-eval'`,
        `style-src ${hash(style)}`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ')
      html.source = html.source
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, () => `\n    <style>${style}</style>`)
        .replace('<meta charset="utf-8" />', (meta) => `${meta}\n    <meta http-equiv="content-security-policy" content="${policy}" />`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`)
    },
  }
}

export default defineConfig({
  plugins: [oneFile()],
  build: { target: 'es2022', modulePreload: false, cssCodeSplit: false },
})
