"""Why a redovisning can't be saved, approved, registered or sent, in Swedish."""

from nämnd.core.swedish import counted, listed
from nämnd.redovisning.errors import (
    NotFinishedError,
    NotOurFormError,
    RedovisningError,
    RedovisningFault,
)

REDOVISNING_REFUSALS = (RedovisningError, NotFinishedError, NotOurFormError)
FAULT_TEXT = {
    RedovisningFault.RUBRIK_MISSING: "Skriv vad redovisningen heter, till exempel «Delredovisning "
    "september 2021».",
    RedovisningFault.ANSWERS_TOO_LATE: "Svaren ska komma in efter den dag då redovisningen ska "
    "vara sänd. Välj en tidigare dag för svaren.",
    RedovisningFault.OTHER_NÄMND: "Det som är valt hör till en annan nämnd. Välj ur den här "
    "nämnden.",
    RedovisningFault.TEXT_MISSING: "En rad i strukturen saknar text. Skriv något där eller ta "
    "bort raden.",
    RedovisningFault.KOLUMNER_MISSING: "Tabellen saknar kolumner. Skriv vad kolumnerna heter, "
    "eller gör raden till en fråga.",
    RedovisningFault.TOO_MANY: "Strukturen är för stor: högst 500 rader, och högst 20 kolumner i "
    "en tabell. Ta bort det som inte är frågor.",
    RedovisningFault.HAS_ANSWERS: "Frågan har svar och kan inte tas bort. Ta först bort dem som "
    "ska svara på den.",
    RedovisningFault.NOBODY: "Välj minst en fråga och minst en som ska svara.",
    RedovisningFault.WHO_MISSING: "Skriv vem som ska svara när det inte är en huvudman.",
    RedovisningFault.NOTHING_WRITTEN: "Skriv svaret innan frågan markeras som klar. Finns det "
    "inget att redovisa, så skriv det.",
    RedovisningFault.NO_QUESTIONS: "Redovisningen har inga frågor. Lägg in avsändarens frågor "
    "först.",
    RedovisningFault.WHO_APPROVES: "Skriv vem som godkänner redovisningen.",
    RedovisningFault.APPROVED: "Redovisningen är godkänd och kan inte ändras. Ta tillbaka "
    "godkännandet först.",
    RedovisningFault.NOT_APPROVED: "Redovisningen är inte godkänd. Godkänn den först.",
    RedovisningFault.REGISTERED: "Redovisningen är registrerad i diariet som den står och kan inte "
    "ändras.",
    RedovisningFault.NO_ÄRENDE: "Redovisningen hör inte till något ärende, så den kan inte "
    "registreras. Välj ett ärende under «Uppgifter».",
    RedovisningFault.SENT: "Redovisningen är sänd. Ta bort dagen då den sändes först.",
}
"""What the user can do about each problem."""
_MOST_NAMED = 3
_MOST_LETTERS = 60


def redovisning_text(error: RedovisningError | NotFinishedError | NotOurFormError) -> str:
    """Return the sentences for `error`."""
    match error:
        case NotFinishedError(frågor):
            named = [f"«{_short(words)}»" for words in frågor[:_MOST_NAMED]]
            if len(frågor) > _MOST_NAMED:
                named.append(f"{len(frågor) - _MOST_NAMED} till")
            said = counted(len(frågor), "fråga är inte klar", "frågor är inte klara")
            return (
                f"{said}: {listed(named)}. Sätt ihop svaren och markera det som klart som är det."
            )
        case NotOurFormError(name):
            return (
                f"«{name}» är inget frågeformulär till den här redovisningen. Välj det formulär "
                "som skickades ut, med svaren ifyllda."
            )
        case RedovisningError(problem, of):
            said = FAULT_TEXT[problem]
            return f"«{_short(of)}»: {said}" if of else said


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 1].rstrip() + "…"
