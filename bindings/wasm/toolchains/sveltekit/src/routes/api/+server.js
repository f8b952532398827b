import { validate } from 'rehabplan'

export const GET = () => new Response(validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion)
