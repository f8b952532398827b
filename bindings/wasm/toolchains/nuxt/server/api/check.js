import { validate } from 'rehabplan'

export default defineEventHandler(() => validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion)
