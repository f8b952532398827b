import { validate } from 'rehabplan'

export const runtime = 'edge'

export async function GET() {
  return new Response(validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion)
}
