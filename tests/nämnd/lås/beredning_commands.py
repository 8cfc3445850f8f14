"""The commands that put something on a dagordning: no § says anything else by them."""

from nämnd.beredning.commands import GatherAnmälningar, PutOnDagordning
from nämnd.beredning.following import FollowÄrende
from nämnd.delegation.commands import RegisterDelegationsbeslut, SetAnmäls
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, ÄrendeDraft
from tests.builders import DAY, WHEN
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import TODAY, Case, done


def _ärende(locked: Locked) -> str:
    new = RegisterÄrende(
        nämnd_id=locked.nämnd_id, draft=ÄrendeDraft("Avtal"), today=TODAY, dnr="N 8"
    )
    return done(new, locked).ärende_id


def _write(locked: Locked, ärende_id: str, förslag: str) -> None:
    draft = SkrivelseDraft("Avtal", förslag=(förslag,))
    done(SaveSkrivelse(skrivelse_id="sk8", ärende_id=ärende_id, draft=draft), locked)


def _on_dagordning(locked: Locked) -> str:
    """Put an ärende there whose skrivelse is changed afterwards."""
    ärende_id = _ärende(locked)
    _write(locked, ärende_id, "Att teckna avtalet")
    punkt_id = done(_put(locked, ärende_id), locked).punkt_id
    _write(locked, ärende_id, "Att inte teckna avtalet")
    return punkt_id


def _put(locked: Locked, ärende_id: str) -> PutOnDagordning:
    return PutOnDagordning(sammanträde_id=locked.sammanträde_id, when=WHEN, ärende_id=ärende_id)


def _beslut(locked: Locked) -> str:
    draft = DelegationsbeslutDraft(DAY, "Direktören", "Avtal")
    new = RegisterDelegationsbeslut(nämnd_id=locked.nämnd_id, draft=draft, today=TODAY)
    return done(new, locked).beslut_id


BEREDNING: dict[type, Case] = {
    FollowÄrende: Case(lambda _, key: FollowÄrende(punkt_id=key, when=WHEN), _on_dagordning),
    GatherAnmälningar: Case(
        lambda locked, key: GatherAnmälningar(
            sammanträde_id=locked.sammanträde_id, when=WHEN, beslut_ids=(key,)
        ),
        _beslut,
    ),
    PutOnDagordning: Case(_put, _ärende),
    SetAnmäls: Case(lambda _, key: SetAnmäls(beslut_ids=(key,), anmäls=True), _beslut),
}
