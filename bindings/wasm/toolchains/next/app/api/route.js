import { validate } from 'rehabplan'

export const dynamic = 'force-dynamic'

export async function GET(request) {
  return new Response(validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion)
}
