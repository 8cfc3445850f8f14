"""Why a list of people can't be read at all, in Swedish."""

from nämnd.organisation.people_import.errors import (
    ColumnMissingError,
    ColumnTwiceError,
    HeadingsMissingError,
    NoPeopleError,
    PeopleRefusedError,
)

PEOPLE_REFUSALS = (
    ColumnMissingError,
    ColumnTwiceError,
    HeadingsMissingError,
    NoPeopleError,
    PeopleRefusedError,
)


def refusal_text(
    error: ColumnMissingError
    | ColumnTwiceError
    | HeadingsMissingError
    | NoPeopleError
    | PeopleRefusedError,
) -> str:
    """Return what happened and what to do."""
    match error:
        case HeadingsMissingError():
            first = f" Första raden är: {error.first}." if error.first else ""
            return (
                f"{error.name} har ingen rad med rubriker.{first} Skriv rubriker överst, till "
                "exempel Namn, Parti, Roll, Region, Från, Till och E-post, och läs in filen igen."
            )
        case ColumnMissingError():
            return (
                f"{error.name} har ingen kolumn för {error.missing}. Rubrikerna är "
                f"{', '.join(error.found)}. Lägg till en kolumn med rubriken {error.missing}, "
                "eller ändra en rubrik till det."
            )
        case ColumnTwiceError():
            return (
                f"{error.name} har flera kolumner för {error.meaning}: "
                f"{' och '.join(error.columns)}. Ta bort den ena, eller ändra dess rubrik."
            )
        case NoPeopleError():
            return (
                f"{error.name} har rubriker men inga personer under dem. Kontrollera att du valde "
                "rätt fil och att listan är sparad."
            )
        case PeopleRefusedError():
            lines = "\n".join(f"– {line}" for line in error.lines)
            return (
                f"{error.name} är inte inläst. Ingenting har ändrats. Rätta det här i filen, eller "
                f"läs in den i programmet och svara på frågorna där:\n{lines}"
            )
