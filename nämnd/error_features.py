"""The features whose errors have their sentences in a file of their own, `refusals.py`."""

from collections.abc import Callable
from typing import Any

from nämnd.anslag.refusals import ANSLAG_REFUSALS, anslag_text
from nämnd.arkiv.refusals import ARKIV_REFUSALS, arkiv_text
from nämnd.beredning.refusals import BEREDNING_REFUSALS, beredning_text
from nämnd.bevakning.refusals import BEVAKNING_REFUSALS, bevakning_text
from nämnd.core.errors import NämndError
from nämnd.delegation.refusals import DELEGATION_REFUSALS, delegation_text
from nämnd.delprojekt.refusals import DELPROJEKT_REFUSALS, delprojekt_text
from nämnd.justering.refusals import JUSTERING_REFUSALS
from nämnd.justering.refusals import refusal_text as justering_text
from nämnd.justeringsfil.refusals import JUSTERINGSFIL_REFUSALS
from nämnd.justeringsfil.refusals import refusal_text as justeringsfil_text
from nämnd.organisation.people_import.refusals import PEOPLE_REFUSALS, refusal_text
from nämnd.paket.refusals import PAKET_REFUSALS, paket_text
from nämnd.post.refusals import POST_REFUSALS, post_text
from nämnd.publicering.refusals import PUBLICERING_REFUSALS, publicering_text
from nämnd.redovisning.refusals import REDOVISNING_REFUSALS, redovisning_text
from nämnd.sök.refusals import SÖK_REFUSALS, sök_text
from nämnd.underskrift.refusals import UNDERSKRIFT_REFUSALS
from nämnd.underskrift.refusals import refusal_text as underskrift_text
from nämnd.ärende.refusals import ÄRENDE_REFUSALS, ärende_text
from nämnd.årsplan.refusals import ÅRSPLAN_REFUSALS, årsplan_text
from nämnd.överenskommelse.refusals import ÖVERENSKOMMELSE_REFUSALS, överenskommelse_text

OF_FEATURES: tuple[tuple[tuple[type[NämndError], ...], Callable[[Any], str]], ...] = (
    (ANSLAG_REFUSALS, anslag_text),
    (ARKIV_REFUSALS, arkiv_text),
    (BEREDNING_REFUSALS, beredning_text),
    (BEVAKNING_REFUSALS, bevakning_text),
    (DELEGATION_REFUSALS, delegation_text),
    (DELPROJEKT_REFUSALS, delprojekt_text),
    (JUSTERING_REFUSALS, justering_text),
    (JUSTERINGSFIL_REFUSALS, justeringsfil_text),
    (PAKET_REFUSALS, paket_text),
    (PEOPLE_REFUSALS, refusal_text),
    (POST_REFUSALS, post_text),
    (PUBLICERING_REFUSALS, publicering_text),
    (REDOVISNING_REFUSALS, redovisning_text),
    (SÖK_REFUSALS, sök_text),
    (UNDERSKRIFT_REFUSALS, underskrift_text),
    (ÄRENDE_REFUSALS, ärende_text),
    (ÅRSPLAN_REFUSALS, årsplan_text),
    (ÖVERENSKOMMELSE_REFUSALS, överenskommelse_text),
)
"""Each feature's own errors, and what says them in Swedish."""
