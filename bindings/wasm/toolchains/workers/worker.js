import { init, validate } from 'rehabplan'
import { validate as inline } from 'rehabplan/inline'

const plan = { sag: { sagstype: 'revalidering' } }
const first = validate(plan, { lang: 'en' }).conclusion

export default {
  async fetch() {
    await init()
    return new Response([first, inline(plan).conclusion].every((one) => one === validate(plan).conclusion) ? first : 'different')
  },
}
