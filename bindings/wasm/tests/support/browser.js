// A headless browser.
import { chromium } from 'playwright-core'
import { browser as installed } from '../../tools.mjs'

export function launch() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
  return chromium.launch({ executablePath: installed(), args })
}
