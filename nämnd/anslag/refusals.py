"""Why something can't be announced or confirmed, in Swedish: what happened and what to do."""

from datetime import date

from nämnd.anslag.errors import AnslagError, AnslagFault
from nämnd.core.swedish import listed, short_date

ANSLAG_REFUSALS = (AnslagError,)
_TEXT = {
    AnslagFault.NOT_DEMANDED: "Nämndens juridiska form kräver inget anslag. Ändra formen under "
    "Inställningar om den är fel.",
    AnslagFault.NOT_JUSTERAT: "Paragraferna är inte justerade, så det finns inget att anslå än.",
    AnslagFault.NOT_SIGNED: "Protokollet är inte undertecknat, så det finns inget att anslå än.",
    AnslagFault.UPPSATT_MISSING: "Skriv vilken dag anslaget sattes upp.",
    AnslagFault.UPPSATT_BEFORE: "Det som anslås justerades den {day}. Anslaget kan inte ha satts "
    "upp före det; rätta datumet.",
    AnslagFault.NEDTAGET_BEFORE: "Anslaget sattes upp den {day}. Det kan inte ha tagits ned före "
    "det; rätta datumet.",
    AnslagFault.AHEAD: "Den {day} har inte varit än. Skriv den dag då det gjordes.",
    AnslagFault.CONFIRMED: "Laga kraft är bekräftad, och den bygger på anslagets datum. Ta först "
    "tillbaka bekräftelsen.",
    AnslagFault.MISSING: "Tiden för överklagande löper inte: anslaget saknas på {boards}. Sätt "
    "upp det där och skriv datumet.",
    AnslagFault.DOWN_TOO_EARLY: "Anslaget togs ned från {boards} innan tiden för överklagande "
    "hade gått ut den {day}, så den har inte gått ut. Sätt upp det igen och skriv det nya datumet.",
    AnslagFault.TIME_NOT_OVER: "Beslutet kan överklagas till och med den {day}. Fråga "
    "förvaltningsrätten när den dagen har gått.",
    AnslagFault.CONFIRMED_BEFORE: "Beslutet kunde överklagas till och med den {day}. Skriv en dag "
    "efter det, då du frågade förvaltningsrätten.",
    AnslagFault.NOT_CONFIRMED: "Laga kraft är inte bekräftad, så det finns inget att ta tillbaka.",
}


def anslag_text(error: AnslagError) -> str:
    """Return the sentence for `error`."""
    day = short_date(date.fromisoformat(error.day)) if error.day else ""
    return _TEXT[error.why].format(day=day, boards=listed(error.boards))
