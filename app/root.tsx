import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { BrandFrame, type DressBrand } from '#app/answers/brand-frame.tsx'
import { spokenTo } from '#app/answers/lead-language.server.ts'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { Speech } from '#app/answers/speech.tsx'
import { languageOf } from '#app/answers/titled.ts'
import { busyWordsOf } from '#app/http/busy-words.ts'
import { tooManyWords } from '#app/http/too-many.ts'
import { directionOf } from '#app/questionnaire/languages.ts'
import appCss from '#app/ui/app.css?url'

/** The pages of a lead are dressed in the brand of their consultant and speak the lead's language. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { principal, db } = context
  if (principal.kind !== 'lead') return { brand: null }
  const { language } = await spokenTo(db, principal.session)
  return { brand: principal.session.brand ?? null, language }
}

/** A page takes over no header of a refusal by itself. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const wait = errorHeaders?.get('Retry-After')
  return new Headers(wait ? { 'Retry-After': wait } : {})
}

/** Changes with our stylesheet, since browsers keep the branded one. */
const QUESTIONNAIRE_SHEET = /[\w-]+(?=\.css)/.exec(questionnaireCss)?.[0] ?? 'sheet'

type Shell = 'consultant' | 'questionnaire' | 'report' | 'plain'

/** Pages are documents: no framework script is sent (docs/decisions/0003). */
export function Layout({ children }: { children: ReactNode }) {
  const error = useRouteError()
  const shell = useShell()
  const brand = useBrand()
  const spoken = languageOf(useMatches())
  // Without a fault the hook gives undefined or null, depending on how the page was reached.
  const failed = error !== undefined && error !== null
  // Apologies are in English, and so is everything that is not a lead's.
  const language = failed || shell !== 'questionnaire' ? 'en' : spoken
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Icon brand={shell === 'questionnaire' ? brand : null} />
        {failed ? <title>{`${apologyFor(error).title} · Plumbline`}</title> : null}
        {failed ? <link rel="stylesheet" href={appCss} /> : <Sheets shell={shell} brand={brand} />}
      </head>
      <body className={failed ? 'plain' : shell}>
        <Speech language={language}>
          {brand && !failed && shell === 'questionnaire' ? (
            <BrandFrame brand={brand}>{children}</BrandFrame>
          ) : (
            children
          )}
        </Speech>
      </body>
    </html>
  )
}

/** The logo that the page shows anyway stands in the tab as well: a picture of its own would be one request more. */
function Icon({ brand }: { brand: DressBrand | null }) {
  if (!brand?.logo) return <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
  return <link rel="icon" href={`/brand/${brand.id}/small-logo.png`} type="image/png" />
}

/** A branded questionnaire has one stylesheet as well, ours with the brand's colours, so that it loads as fast. */
function Sheets({ shell, brand }: { shell: Shell; brand: DressBrand | null }) {
  if (brand && shell === 'questionnaire')
    return <link rel="stylesheet" href={`/brand/${brand.id}/questionnaire.css?${QUESTIONNAIRE_SHEET}`} />
  if (!brand || shell !== 'report') return <Links />
  return (
    <>
      <Links />
      <link rel="stylesheet" href={`/brand/${brand.id}/report.css`} />
    </>
  )
}

export default function App() {
  return <Outlet />
}

/** What a person reads where a page cannot be had, by status. */
const APOLOGIES: Record<number, { title: string; text: string }> = {
  400: {
    title: 'This form could not be read',
    text: 'Please go back, load the page again and send it once more. Nothing that was saved is lost.',
  },
  404: {
    title: 'There is nothing here',
    text: 'The link may have expired or been replaced, or the address may be incomplete. Ask the person who sent it for a new one.',
  },
}
const FAULT = {
  title: 'Something went wrong on our side',
  text: 'Nothing that was saved is lost. Please go back and try again; if it happens again, tell your consultant.',
}

export function ErrorBoundary() {
  const { title, text } = apologyFor(useRouteError())
  return (
    <main className="apology">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  )
}

function apologyFor(error: unknown) {
  if (!isRouteErrorResponse(error)) return FAULT
  if (error.status === 503) return busyWordsOf(error.data)
  return error.status === 429 ? tooManyWords(Number(error.data)) : (APOLOGIES[error.status] ?? FAULT)
}

function useBrand(): DressBrand | null {
  const loaded = useMatches().map((match) => match.data as { brand?: DressBrand | null } | null | undefined)
  return loaded.findLast((one) => one?.brand)?.brand ?? null
}

function useShell(): Shell {
  const handles = useMatches().map((match) => match.handle as { shell?: Shell } | undefined)
  return handles.findLast((handle) => handle?.shell)?.shell ?? 'plain'
}
