import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Select } from '#app/ui/field.tsx'

interface Named {
  id: string
  name: string
  role: string
}

interface EngagementPeopleListProps {
  /** Whether who reads the page answers for the engagement. */
  mine: boolean
  responsible: string
  members: readonly Named[]
  candidates: readonly Named[]
  successors: readonly Named[]
  error?: string | undefined
}

const optionsOf = (people: readonly Named[]) =>
  people.map(({ id, name, role }) => ({ value: id, label: `${name} (${role})` }))

/** Who answers for an engagement, who else opens it, and how it passes on. */
export function EngagementPeopleList({
  mine,
  responsible,
  members,
  candidates,
  successors,
  error,
}: EngagementPeopleListProps) {
  return (
    <div className="stack-wide">
      <p>{`${responsible} answers for this engagement and is named to leads as the one who reads their answers.`}</p>
      {members.length > 0 && (
        <ul className="rows">
          {members.map(({ id, name, role }) => (
            <li key={id}>
              <span>{`${name} (${role})`}</span>
              {mine && (
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button look="quiet" name="intent" value="remove">
                    {`Take ${name} out`}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {!mine && <p>{`${responsible} decides who else opens it.`}</p>}
      {mine && candidates.length > 0 && (
        <form method="post" className="form">
          <Select name="id" label="Add somebody" options={optionsOf(candidates)} error={error} />
          <Button name="intent" value="add">
            Add to this engagement
          </Button>
        </form>
      )}
      {mine && candidates.length === 0 && <p>Everybody in the workspace can open this engagement already.</p>}
      {mine && successors.length > 0 && (
        <Confirm
          ask="Hand the engagement over"
          act="Hand the engagement over"
          intent="hand-over"
          look="danger"
          quiet
        >
          <p>{`Somebody else answers for it from then on and may read what leads answered. ${responsible} can no longer open it.`}</p>
          <Select name="id" label="Who takes over" options={optionsOf(successors)} />
        </Confirm>
      )}
    </div>
  )
}
