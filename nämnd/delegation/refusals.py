"""Why a delegationsbeslut can't be saved or changed, in Swedish."""

from nämnd.delegation.errors import (
    DelegationError,
    DelegationFault,
    DelegationsprotokollUnknownError,
)

DELEGATION_REFUSALS = (DelegationError, DelegationsprotokollUnknownError)
_TEXT = {
    DelegationFault.RUBRIK_MISSING: "Skriv vad beslutet gäller.",
    DelegationFault.AV_MISSING: "Skriv vem som fattade beslutet.",
    DelegationFault.AHEAD: "Datumet har inte varit än. Skriv den dag då det gjordes.",
    DelegationFault.BRÅDSKANDE: "Ett beslut i ett brådskande ärende ska anmälas vid nämndens nästa "
    "sammanträde och kan inte stå i ett särskilt protokoll.",
    DelegationFault.ANMÄLT: "Beslutet är anmält till nämnden och står i protokollet från det "
    "sammanträdet. Ta först bort anmälan om den är fel.",
    DelegationFault.IN_PROTOKOLL: "Beslutet står redan i ett delegationsprotokoll.",
    DelegationFault.FIXED: "Delegationsprotokollet är undertecknat, så det kan inte ändras. Ta "
    "först tillbaka underskriften om den är fel.",
    DelegationFault.NOTHING: "Välj vilka beslut som ska stå i protokollet.",
    DelegationFault.OTHER_NÄMND: "Beslutet hör till en annan nämnd.",
    DelegationFault.SIGNER_MISSING: "Skriv vem som har undertecknat protokollet.",
    DelegationFault.SIGNED_BEFORE: "Protokollet kan inte ha undertecknats före ett beslut som står "
    "i det. Rätta datumet.",
    DelegationFault.PROTOKOLL_BEFORE: "Protokollets datum är före ett beslut som ska stå i det. "
    "Rätta datumet.",
    DelegationFault.ANMÄLT_BEFORE: "Beslutet fattades efter det sammanträdet. Välj ett senare.",
    DelegationFault.ANMÄLS: "Beslutet ska anmälas till nämnden och kan då inte stå i ett särskilt "
    "protokoll. Ändra först till att det inte ska anmälas.",
    DelegationFault.ON_DAGORDNING: "Beslutet står på en dagordning för att anmälas. Ta först bort "
    "det därifrån.",
    DelegationFault.ANSLAGET: "Delegationsprotokollet är anslaget. Ta först bort anslaget om det "
    "aldrig har suttit uppe.",
}


def delegation_text(error: DelegationError | DelegationsprotokollUnknownError) -> str:
    """Return the sentences for `error`, one a line."""
    if isinstance(error, DelegationError):
        return "\n".join(_TEXT[problem] for problem in error.problems)
    if not error.known:
        return "Nämnden har inget delegationsprotokoll. Gör ett först."
    wanted = f"Det går inte att se vilket delegationsprotokoll «{error.wanted}» är."
    known = f"Välj med datum eller id. De som finns: {', '.join(error.known)}."
    return f"{wanted} {known}" if error.wanted else f"Det finns flera. {known}"
