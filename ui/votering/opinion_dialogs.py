"""Dialogs about what somebody wants noted: reservation, anteckning, an ersättares mening."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from nämnd.core.ids import new_id
from nämnd.protokoll.names import sentence
from nämnd.protokoll.sentences import yrkande_sentence
from nämnd.protokoll.values import AnteckningRow, ReservationRow
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import TextInput
from ui.votering.frame import Frame
from ui.votering.people_picker import Option, PeoplePicker
from ui.votering.saving import Shown
from ui.votering.words import divided, joined, others, party_groups, serving

_NOT_PART = "deltog inte i beslutet"
_RESERVATION_RULE = (
    "Bara den som har deltagit i beslutet kan reservera sig (KL 4:27). Det går att spara ändå."
)
_TITLES = {
    "protokollsanteckning": "Protokollsanteckning",
    "särskilt yttrande": "Särskilt yttrande",
    "ersättares mening": "En ersättares mening",
}
_SERVES = "tjänstgör: har rösträtt och kan reservera sig"
_LONGEST = 60  # characters of a yrkande in the list


def new_reservation() -> ReservationRow:
    """Return a reservation that nobody has made yet."""
    return ReservationRow(new_id(), (), (), None, None, None)


def new_anteckning(slag: str) -> AnteckningRow:
    """Return an anteckning that says nothing yet."""
    return AnteckningRow(new_id(), slag, (), "")


class ReservationDialog(Frame):
    """Who, in favour of what, with or without text or bilaga. Those who took part are offered."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        reservation: ReservationRow,
        save: Callable[[ReservationRow], bool],
    ) -> None:
        """Show `reservation`."""
        super().__init__(desk.theme, parent, "Reservation")
        self._reservation = reservation
        options = _took_part(shown)
        theme = desk.theme
        self.who = PeoplePicker(theme, options, joined(reservation.av, reservation.av_partier))
        self.favour: Choice[str | None] = Choice(theme, _yrkanden(shown))
        self.favour.choose(reservation.till_förmån_för)
        self.bilaga = QLineEdit(reservation.bilaga or "")
        self.bilaga.setPlaceholderText("till exempel bilaga 1")
        self.text = TextInput("Lämna tomt när reservationen saknar motivering")
        self.text.show_value(reservation.text)
        self.add(self.who, "V&em reserverar sig")
        self.add(self.favour, "Till &förmån för")
        self.add(self.text, "&Motivering")
        self.add(self.bilaga, "Enligt bi&laga")
        self.who.changed.connect(self._check)
        self._check()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin(lambda: save(self.reservation()))

    def reservation(self) -> ReservationRow:
        """Return what is written."""
        av, partier = divided(self.who.chosen)
        return replace(
            self._reservation,
            av=av,
            av_partier=partier,
            till_förmån_för=self.favour.value(),
            text=self.text.value().strip() or None,
            bilaga=self.bilaga.text().strip() or None,
        )

    def _check(self) -> None:
        self.warn(_RESERVATION_RULE if self.who.notes else "")


class AnteckningDialog(Frame):
    """Who, and what they want noted."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        anteckning: AnteckningRow,
        save: Callable[[AnteckningRow], bool],
    ) -> None:
        """Show `anteckning`."""
        super().__init__(desk.theme, parent, _TITLES[anteckning.slag])
        self._anteckning = anteckning
        mening = anteckning.slag == "ersättares mening"
        options = _ersättare(shown) if mening else (*serving(shown), *others(shown, ""))
        self.who = PeoplePicker(desk.theme, options, anteckning.av, one=mening)
        self.text = TextInput("Vad som ska stå i protokollet", least=4)
        self.text.show_value(anteckning.text)
        self.add(self.who, "V&em")
        self.add(self.text, "&Text")
        self.who.changed.connect(self._check)
        self._check()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin(lambda: save(self.anteckning()))

    def anteckning(self) -> AnteckningRow:
        """Return what is written."""
        return replace(self._anteckning, av=self.who.chosen, text=self.text.value().strip())

    def _check(self) -> None:
        self.warn("; ".join(dict.fromkeys(self.who.notes)).capitalize())


def _took_part(shown: Shown) -> tuple[Option, ...]:
    out = shown.paragraf.deltar_inte
    there = [one for one in serving(shown) if one.key not in out]
    away = [replace(one, note=_NOT_PART) for one in serving(shown) if one.key in out]
    return (*there, *party_groups(shown), *away, *others(shown, _NOT_PART))


def _ersättare(shown: Shown) -> tuple[Option, ...]:
    there = [one for one in others(shown, "") if _is_ersättare(shown, one.key)]
    return (*there, *(replace(one, note=_SERVES) for one in serving(shown)))


def _is_ersättare(shown: Shown, key: str) -> bool:
    return shown.protokoll.deltagare[key].roll == "ersättare"


def _yrkanden(shown: Shown) -> tuple[tuple[str | None, str], ...]:
    rows = [one for one in shown.paragraf.yrkanden if not one.återtaget]
    texts = [(one.id, sentence(yrkande_sentence(shown.protokoll, one))) for one in rows]
    cut = [(key, t if len(t) <= _LONGEST else f"{t[: _LONGEST - 1]}…") for key, t in texts]
    return ((None, "Inget särskilt yrkande"), *cut)
