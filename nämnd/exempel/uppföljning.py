"""What the invented nämnd follows up: put in place through the commands of the window."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nämnd.bevakning.commands import AddBevakning, CloseBevakning, MoveBevakning
from nämnd.bevakning.values import (
    BevakningDraft,
    Källa,
    PåDatum,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.values import BehovRow, Beslut, DelprojektDraft, Sats, ÅtgärdRow
from nämnd.redovisning.answering import Spread
from nämnd.redovisning.commands import AddRedovisning
from nämnd.redovisning.values import FrågaDraft, Frågeslag, Mottagare, RedovisningDraft
from nämnd.årsplan.commands import AddSpärrdagar, SaveMötesfrister
from nämnd.årsplan.values import Mötesfrist, SpärrdagDraft
from nämnd.överenskommelse.commands import AddÖverenskommelse
from nämnd.överenskommelse.values import Rad, Tabell, ÖverenskommelseDraft

PROGRAM = "Vård utan gränser"
_ASCII = str.maketrans("åäö", "aao")
_DIRECTOR = "Henrik Astrand"
_MAIL = "henrik.astrand@exempel.se"
_POSTER: tuple[str, ...] = ("Nära vård", "Kompetensförsörjning", "E-hälsa")
_MONEY = ((48_210_000, 21_350_000, 6_400_000), (31_770_000, 14_020_000, 4_100_000))
_LAST_MONEY = (19_020_000, 8_630_000, 2_500_000)
_OTHERS = {  # recipients that are no huvudmän of the nämnd
    "Region Fjällmark": (22_410_000, 9_870_000, 3_050_000),
    "Region Västerdal": (61_590_000, 27_130_000, 8_450_000),
}
_QUESTIONS: tuple[tuple[Frågeslag, str, int], ...] = (
    ("rubrik", "Utvecklingen av den nära vården", 1),
    ("fråga", "Beskriv hur arbetet med fast läkarkontakt har utvecklats under året.", 2),
    ("fråga", "Vilka insatser har gjorts tillsammans med kommunerna?", 2),
    ("tabell", "Gemensam målbild", 2),
    ("rubrik", "Förutsättningar för medarbetarna", 1),
    ("fråga", "Beskriv vad som har gjorts för kompetensförsörjningen.", 2),
)


@dataclass(frozen=True, slots=True)
class FollowUpMaker:
    """Makes the commands."""

    nämnd_id: str
    huvudmän: Sequence[tuple[str, str]]  # id and name
    ärenden: Mapping[str, str]  # ids by dnr
    next_meeting: VidSammanträde  # the sammanträde to come
    today: date

    def commands(self) -> Iterator[Command]:
        """Yield them: the year, delprojekt, the överenskommelse with its redovisning, the rest."""
        yield from self._year()
        yield from self._delprojekt()
        yield from self._agreement()
        yield from self._watched()

    def _year(self) -> Iterator[Command]:
        yield SaveMötesfrister(
            nämnd_id=self.nämnd_id,
            mötesfrister=(
                Mötesfrist("Stoppdag för handlingar", -21),
                Mötesfrist("Beredning", -14),
            ),
        )
        rows = (
            SpärrdagDraft(_monday(self.today + timedelta(weeks=weeks)), "fullmäktige", key)
            for weeks, (key, _) in zip((5, 7, 9), self.huvudmän, strict=False)
        )
        yield AddSpärrdagar(nämnd_id=self.nämnd_id, rows=tuple(rows))

    def _delprojekt(self) -> Iterator[Command]:
        made = AddDelprojekt(nämnd_id=self.nämnd_id, draft=self._hip(), delprojekt_id=new_id())
        yield made
        yield self._watch(
            BevakningDraft(
                "Återrapport: planerad höftkirurgi",
                self.next_meeting,
                Källa(delprojekt_id=made.delprojekt_id, beslutsdatum=self._ago(400)),
                mottagare="nämnden",
            )
        )
        other = AddDelprojekt(nämnd_id=self.nämnd_id, draft=self._sleep(), delprojekt_id=new_id())
        yield other
        yield self._watch(
            BevakningDraft(
                "Återrapport: sömnutredningar",
                Villkor("när upphandlingen är klar"),
                Källa(delprojekt_id=other.delprojekt_id),
            )
        )

    def _hip(self) -> DelprojektDraft:
        satser = (
            Sats(
                new_id(), "Att rekommendera huvudmännen att samla kirurgin vid två noder", "gjort"
            ),
            Sats(new_id(), "Att inrätta en permanent arbetsgrupp", "gjort"),
            Sats(new_id(), "Att ta fram en gemensam kompetensplan", "pågår"),
            Sats(new_id(), "Att pröva gemensam väntelista", "inte påbörjat"),
        )
        return DelprojektDraft(
            nummer=3,
            rubrik="Planerad höftkirurgi",
            program=PROGRAM,
            ärende_id=self.ärenden.get("ÖVSN 2025/0021"),
            bakgrund="Väntetiderna skiljer sig mellan sjukhusen, och kompetensen är ojämn.",
            målsättning_ingress="Utredningen ska:",
            målsättning=(
                "Räkna volymerna vid varje sjukhus",
                "Föreslå var operationerna ska göras",
                "Beskriva behovet av kompetens de närmaste fem åren",
            ),
            kontakt=f"{_DIRECTOR}, {_MAIL}",
            ansvarig=_DIRECTOR,
            beslut=(Beslut(new_id(), self._ago(400), satser, paragraf=41),),
            åtgärder=(
                ÅtgärdRow(new_id(), "Arbetsgruppen har haft två möten varje termin."),
                ÅtgärdRow(new_id(), "Inventeringen av kapacitet är gjord vid alla fem sjukhusen."),
                ÅtgärdRow(
                    new_id(), "Rotationstjänstgöring har börjat i liten skala.", läge="pågår"
                ),
            ),
            behov=(
                BehovRow(new_id(), "En väntelista som alla enheter ser samtidigt"),
                BehovRow(new_id(), "Lika regler för reseersättning till patienterna"),
            ),
        )

    def _sleep(self) -> DelprojektDraft:
        sats = Sats(new_id(), "Att upphandla utrustning för sömnutredning i hemmet", "pågår")
        return DelprojektDraft(
            nummer=5,
            rubrik="Sömnutredningar",
            program=PROGRAM,
            målsättning=("Halvera väntetiden till utredning",),
            ansvarig=_DIRECTOR,
            beslut=(Beslut(new_id(), self._ago(180), (sats,), paragraf=12),),
        )

    def _agreement(self) -> Iterator[Command]:
        year = self.today.year
        made = AddÖverenskommelse(
            nämnd_id=self.nämnd_id, draft=self._money(year), överenskommelse_id=new_id()
        )
        yield made
        key = Källa(överenskommelse_id=made.överenskommelse_id)
        yield self._watch(
            BevakningDraft(
                "Rekvirera medel för nära vård",
                PåDatum(self._in(19)),
                key,
                mottagare="Kammarkollegiet",
                förverkande=True,
                citat="Rätten till bidrag förfaller om rekvisitionen inte har kommit in i tid.",
            )
        )
        yield self._watch(
            BevakningDraft(
                "Ekonomisk redovisning av medel för nära vård",
                PåDatum(date(year + 1, 3, 31)),
                key,
                mottagare="Kammarkollegiet",
                återkommer=Återkommer("år"),
            )
        )
        yield from self._redovisning(made.överenskommelse_id)

    def _money(self, year: int) -> ÖverenskommelseDraft:
        amounts = (*_MONEY, _LAST_MONEY, *_OTHERS.values())
        recipients = (*self.huvudmän, *((None, name) for name in _OTHERS))
        rader = tuple(
            Rad(new_id(), name, dict(zip(_POSTER, row, strict=True)), sum(row), key)
            for (key, name), row in zip(recipients, amounts, strict=True)
        )
        columns = dict(zip(_POSTER, map(sum, zip(*amounts, strict=True)), strict=True))
        total = sum(columns.values())
        return ÖverenskommelseDraft(
            rubrik=f"Nära vård {year}",
            parter=("staten", "Sveriges Kommuner och Regioner"),
            motpartens_dnr=(f"S{year}/00417",),
            utbetalning_dnr=f"S{year}/00612",
            från=date(year, 1, 1),
            till=date(year, 12, 31),
            totalt=total,
            utbetalas_av="Kammarkollegiet",
            tabeller=(
                Tabell(new_id(), "Fördelning till regionerna", _POSTER, rader, columns, total),
            ),
        )

    def _redovisning(self, överenskommelse_id: str) -> Iterator[Command]:
        frågor = tuple(
            FrågaDraft(
                new_id(), slag, text, nivå,
                ("Region", "Arbetet började", "Träder i kraft") if slag == "tabell" else (),
            )
            for slag, text, nivå in _QUESTIONS
        )  # fmt: skip
        made = AddRedovisning(
            nämnd_id=self.nämnd_id,
            draft=RedovisningDraft(
                rubrik="Delredovisning av nära vård",
                överenskommelse_id=överenskommelse_id,
                mottagare="Socialstyrelsen",
                epost="redovisning@exempel.se",
                senast=self._in(41),
                svar_senast=self._in(20),
            ),
            frågor=frågor,
            redovisning_id=new_id(),
            today=self.today,
        )
        yield made
        asked = tuple(one.id for one in frågor if one.slag in ("fråga", "tabell"))
        yield Spread(
            fråga_ids=asked,
            mottagare=tuple(Mottagare(key, epost=_mail(name)) for key, name in self.huvudmän),
        )

    def _watched(self) -> Iterator[Command]:
        late = self._watch(
            BevakningDraft(
                "Skicka underlag om patientresor till huvudmännen",
                PåDatum(self._ago(4)),
                Källa(ärende_id=self.ärenden.get("ÖVSN 2025/0030")),
            )
        )
        yield late
        moved = self._watch(
            BevakningDraft(
                "Redovisa kostnaderna för ambulanshelikoptern",
                PåDatum(self._in(12)),
                Källa(ärende_id=self.ärenden.get("ÖVSN 2026/0003")),
            )
        )
        yield moved
        yield MoveBevakning(
            bevakning_id=moved.bevakning_id,
            förfaller=PåDatum(self._in(26)),
            skäl="Region Sjöbygd behöver mer tid",
            today=self.today,
        )
        done = self._watch(
            BevakningDraft("Svara revisorerna om avtalsuppföljningen", PåDatum(self._ago(20)))
        )
        yield done
        yield CloseBevakning(
            bevakning_id=done.bevakning_id,
            avslut="gjord",
            hur="Svaret skickades och är diariefört.",
            today=self.today,
        )

    def _watch(self, draft: BevakningDraft) -> AddBevakning:
        own = replace(draft, ansvarig=_DIRECTOR, ansvarig_epost=_MAIL)
        return AddBevakning(
            nämnd_id=self.nämnd_id, draft=own, today=self.today, bevakning_id=new_id()
        )

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _in(self, days: int) -> date:
        return self.today + timedelta(days=days)


def _mail(huvudman: str) -> str:
    return f"registrator.{huvudman.rsplit(maxsplit=1)[-1].lower()}@exempel.se".translate(_ASCII)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
