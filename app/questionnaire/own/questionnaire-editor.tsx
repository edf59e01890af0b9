import { Confirm } from '#app/ui/confirm.tsx'
import { AddItem, HeadForm, Languages } from './editor-forms.tsx'
import { SectionEditor } from './editor-sections.tsx'
import type { QuestionnairePage } from './questionnaire-page.ts'

interface EditorProps {
  /** Id of the version, for addresses. */
  id: string
  page: QuestionnairePage
  errors: string[]
}

/** Everything about a draft on one page; words of items and of languages have pages of their own. */
export function QuestionnaireEditor({ id, page, errors }: EditorProps) {
  return (
    <div className="stack-wide">
      {errors.length > 0 && (
        <div className="notice wrong-list" role="alert">
          <p className="label">Please look at this again</p>
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </div>
      )}
      {page.sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          id={id}
          section={section}
          first={index === 0}
          last={index === page.sections.length - 1}
        />
      ))}
      <div className="columns">
        <div className="stack-wide">
          <AddItem page={page} />
          <Languages id={id} page={page} />
        </div>
        <HeadForm page={page} />
      </div>
      <Ending page={page} />
    </div>
  )
}

function Ending({ page }: { page: QuestionnairePage }) {
  return (
    <section className="stack ruled">
      <h2>When it is ready</h2>
      {page.unready.length > 0 ? (
        <ul>
          {page.unready.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      ) : (
        <Confirm
          ask={`Freeze version ${page.version}`}
          act={`Freeze “${page.title}”`}
          intent="freeze"
          look="main"
        >
          <p>
            Rounds can use it from then on, and nothing in it can change any more: what you want otherwise
            becomes the next version. Items that are off are left out of it.
          </p>
        </Confirm>
      )}
      <Confirm
        ask="Delete this draft"
        act={`Delete the draft “${page.title}”`}
        intent="delete"
        look="danger"
        quiet
      >
        <p>{`“${page.title}”, version ${page.version}, with all words and translations typed here is lost.`}</p>
      </Confirm>
    </section>
  )
}
