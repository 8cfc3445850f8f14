"""Which set of §§ somebody means, by its §§."""

from collections.abc import Sequence

from nämnd.core.paragrafer import Paragrafer
from nämnd.justering.errors import SetAmbiguousError
from nämnd.justering.rules import may_send
from nämnd.justering.values import JusteringView
from nämnd.justering.wording import which


def chosen_set(views: Sequence[JusteringView], wanted: Paragrafer | None) -> JusteringView | None:
    """Return the set with just the §§ that are wanted; else the only one that can be sent.

    None: there is no such set yet.

    Raises:
        SetAmbiguousError: several can be sent, and none was named.
    """
    if wanted is not None:
        numbers = {number for one in views for number in one.numbers if wanted.touches(number)}
        same = [one for one in views if one.paragrafer == wanted]
        same += [one for one in views if one.numbers and set(one.numbers) == numbers]
        return next(iter(same), None)
    open_ = [one for one in views if may_send(one.läge) and one.numbers]
    if len(open_) > 1:
        raise SetAmbiguousError(tuple(which(one.paragrafer.text) or "alla" for one in open_))
    return next(iter((*open_, *views)), None)
