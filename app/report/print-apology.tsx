import appCss from '#app/ui/app.css?url'
import type { Reason } from './press.server.ts'

/** What a person reads who asked for a PDF and cannot have it. */
const WORDS: Record<Reason, { title: string; text: string }> = {
  busy: {
    title: 'Many reports are being printed',
    text: 'Please try again in a moment. The report itself can be read meanwhile.',
  },
  left: {
    title: 'The PDF was not finished',
    text: 'The request was broken off. Please ask for the PDF again.',
  },
  'too-long': {
    title: 'This report takes too long to print',
    text: 'It was stopped after 30 seconds, so that others can work. The report itself can be read; please tell your consultant.',
  },
  'too-large': {
    title: 'This report is too large to print',
    text: 'It needs more memory than one PDF may have. The report itself can be read; please tell your consultant.',
  },
  fault: {
    title: 'The PDF could not be made',
    text: 'Something went wrong on our side. The report itself can be read; please tell your consultant.',
  },
}

/** A page of its own: the address of the PDF has no layout around it. */
export function PrintApology({ reason, reportHref }: { reason: Reason; reportHref: string }) {
  const { title, text } = WORDS[reason]
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Plumbline`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={appCss} />
      </head>
      <body className="plain">
        <main className="apology">
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href={reportHref}>Back to the report</a>
          </p>
        </main>
      </body>
    </html>
  )
}
