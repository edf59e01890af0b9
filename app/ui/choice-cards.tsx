import type { ReactNode } from 'react'

export interface ChoiceCard {
  value: string
  title: string
  /** A few words beside the title, such as a duration. */
  aside?: string
  text: ReactNode
  note?: ReactNode
}

interface ChoiceCardsProps {
  name: string
  legend: string
  hint?: ReactNode
  error?: string
  chosen: string
  cards: readonly ChoiceCard[]
}

/** Radio buttons whose options are all readable before one is taken. */
export function ChoiceCards({ name, legend, hint, error, chosen, cards }: ChoiceCardsProps) {
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset id={name} aria-describedby={describedBy || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className="choices">
        {cards.map((card) => (
          <Card key={card.value} name={name} card={card} checked={card.value === chosen} />
        ))}
      </div>
    </fieldset>
  )
}

function Card({ name, card, checked }: { name: string; card: ChoiceCard; checked: boolean }) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={card.value} defaultChecked={checked} />
      <span>
        <span className="title">{card.title}</span>
        {card.aside && <span className="aside">{` · ${card.aside}`}</span>}
        <span className="text">{card.text}</span>
        {card.note && <span className="note">{card.note}</span>}
      </span>
    </label>
  )
}
