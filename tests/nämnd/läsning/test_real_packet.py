"""The real packet of 2019-11-22, read field by field. The file itself is not in the repository."""

import os
from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.errors import NoDagordningError
from nämnd.läsning.dagordning import find_dagordning
from nämnd.läsning.found import FoundBilaga, FoundPunkt
from nämnd.läsning.text import read_lines
from tests.nämnd.läsning.making import SEED, write_docx, write_pdf

pytestmark = pytest.mark.skipif(
    not SEED.exists() and not os.environ.get("CI"),  # there, a missing packet is a failure
    reason="the real packet is not beside the project (../shared/seeds)",
)

INFORMERA = ("Att lägga informationen till handlingarna",)
INFORMERA_PUNKT = ("Att lägga informationen till handlingarna.",)
GODKÄNN = ("Att godkänna och lägga till handlingarna",)


def bilagor(*pairs: tuple[str, str]) -> tuple[FoundBilaga, ...]:
    return tuple(FoundBilaga(label, rubrik) for label, rubrik in pairs)


PUNKTER = (
    FoundPunkt("1", "Val av justeringsperson", "val"),
    FoundPunkt("2", "Sven Oredsson presenterar sig", "information"),
    FoundPunkt(
        "3",
        "Nationell högspecialiserad vård",
        "information",
        förslag=INFORMERA,
        sammanfattning=(
            "Redovisning av inskickade remissvar och information om ansökningsprocess."
        ),
        bilagor=bilagor(
            ("3A", "Avancerad rekonstruktiv kirurgi efter förlossning"),
            ("3B", "Fosterterapi"),
            ("3C", "Hjärtsjukdom och graviditet"),
            ("3D", "Moyamoya"),
            ("3E", "Nätkirurgi vid prolaps och urininkoninens"),
            ("3F", "Preimplantorisk genetisk diagnostik, PGD"),
        ),
    ),
    FoundPunkt(
        "4",
        "Förslag nytt direktiv för UFo-anslag",
        "beslut",
        förslag=GODKÄNN,
        sammanfattning=(
            "Södra regionvårdnämnden föreslås att ändra inriktningen för UFo-anslagen till att "
            "stimulera utvecklingen av samarbeten i Södra sjukvårdsregionen. Ledningsgruppen i "
            "Södra sjukvårdsregionen föreslås besluta om fördelning av projektmedel."
        ),
        bilagor=bilagor(("4", "Direktiv UFo-anslag")),
    ),
    FoundPunkt(
        "5",
        "Finansiering av kunskapsstyrningssystemet, chefssamråd och Samarbete för bättre vård",
        "beslut",
        förslag=(
            (
                "Fastslå i ärendet föreslagna principer för hantering av finansiering av "
                "kunskapsstyrningssystemet, chefssamråd och Samarbete för bättre vård"
            ),
            (
                "Södra sjukvårdsregionens ledningsgrupp får i uppdrag att ta fram ytterligare "
                "förslag till fördelningsprinciper för att komplettera de principer som "
                "fastslås i punkt 1"
            ),
        ),
        sammanfattning=(
            "Södra Regionvårdsnämnden finansierar idag kostnader relaterade till både den "
            "nationella och sjukvårdsregionala kunskapsstyrningen. Att införa SVF inom Södra "
            "sjukvårdsregionen kommer att beröra inte bara kunskapsstyrningssystemet utan också "
            "grupper relaterade till chefslinjen för att hantera bland annat implementeringen. "
            "Det är därför rimligt att utöka Södra regionvårdsnämndens finansiering till att "
            "omfatta även chefssamråd och Samarbete för bättre vård. Södra sjukvårdsregionens "
            "ledningsgrupp föreslås få i uppdrag att ta fram ytterligare förslag till "
            "fördelningsprinciper för att komplettera de principer som fastslås i detta ärende."
        ),
        bilagor=bilagor(("5", "Finansiering kunskapsstyrning mm")),
    ),
    FoundPunkt(
        "6",
        "Samarbete för bättre vård, information angående",
        "information",
        underpunkter=("Endoskopiutbildningen", "Luftburna transporter"),
        förslag=INFORMERA,
        bilagor=bilagor(("6", "Anmälningslista endoskopiutbildning 22 okt 2019")),
    ),
    FoundPunkt(
        "7",
        "Samarbete för bättre vård, uppföljning delprojekt 8 benign colorektal kirurgi",
        "beslut",
        förslag=GODKÄNN,
        sammanfattning=(
            "Södra regionvårdsnämnden beslutade 2018-06-07 att rekommendera huvudmännen att "
            "stödja intentionerna i föreslagen fördelning mellan olika kliniker. Beslutet skulle "
            "följas upp och rapporteras till Södra regionvårdsnämnden vid fjärde sammanträdet år "
            "2019."
        ),
        bilagor=bilagor(
            ("7A", "Missiv Delprojekt 8 uppföljning colorektal kirurgi"),
            ("7B", "Uppföljning benign kolorektal kirurgi okt 2019"),
        ),
    ),
    FoundPunkt(
        "8",
        "Samarbete för bättre vård, uppföljning delprojekt 11 utredning skopi",
        "beslut",
        förslag=("Att godkänna uppföljningen och lägga till handlingarna",),
        sammanfattning=(
            "Södra regionvårdsnämnden beslutade 2018-06-07 att rekommendera huvudmännen att "
            "stödja intentionerna i föreliggande rapport. Beslutet skulle följas upp och "
            "rapporteras till Södra regionvårdsnämnden vid fjärde sammanträdet år 2019."
        ),
        bilagor=bilagor(
            ("8A", "Missiv delprojekt 11 uppföljning utredning skopi"),
            ("8B", "Uppföljning delprojekt 11 skopiutredning"),
        ),
    ),
    FoundPunkt(
        "9",
        "Samarbete för bättre vård, rapport delprojekt 14 spinal rehab",
        "information",
        föredragande="Héléne Pessah-Rasmussen",
        förslag=INFORMERA,
        bilagor=bilagor(("9", "Redovisning delprojekt 14- II")),
    ),
    FoundPunkt(
        "10",
        "Regionala priser och ersättningar för Södra sjukvårdsregionen 2020",
        "beslut",
        förslag=(
            (
                "Att bekräfta överenskommelsen om regionala priser och ersättningar för Södra "
                "sjukvårdsregionen 2020,"
            ),
            "Att respektive region beslutar att godkänna överenskommelsen",
            "Att lägga informationen om avtalsprocessen till handlingarna",
        ),
        sammanfattning=(
            "Södra Regionvårdsnämnden beslutade 2015-10-30, § 43 att en abonnemangsmodell skulle "
            "tillämpas mellan huvudmännen i Södra sjukvårdsregionen från år 2016 och framåt. Andra "
            "grunder i avtalsförhandlingarna har varit att självkostnader ska vara underlag för "
            "framtagande av taxor och att kostnadsnivåer räknas upp med landstingsprisindex, LPIK. "
            "Avtalsgruppen har med beslutet som utgångspunkt kommit överens om ett avtal som i "
            "princip innefattar ovanstående."
        ),
        bilagor=bilagor(
            ("10A", "Regionala priser och ersättningar för Södra sjukvårdsregionen 2020"),
            ("10B", "Förhandlingsprotokoll 2020 underskrivet av förhandlarna"),
        ),
    ),
    FoundPunkt(
        "11",
        "Information om framtidens vårdkompetens från Socialstyrelsen och UKÄ",
        "information",
        förslag=INFORMERA,
        bilagor=bilagor(("11", "Rapport-2019-08-29-framtidens-vårdkompetens-slutrapport")),
    ),
    FoundPunkt(
        "12",
        "Rapport gällande nätverksmöte om byggnation och investeringar",
        "information",
        förslag=INFORMERA_PUNKT,
        sammanfattning=(
            "På grund av kollision med fullmäktigemöte i Blekinge skjuts det planerade mötet fram."
        ),
        bilagor=(
            FoundBilaga(
                "12",
                "Kallelse till: Mötesplats för erfarenhetsutbyte vid för byggnationer och "
                "lokalplanering",
                anmärkning="obs ny tid kommer att bokas in snarast",
            ),
        ),
    ),
    FoundPunkt("13", "Halland informerar", "information", förslag=INFORMERA),
    FoundPunkt(
        "14",
        "Vård i rörelse 2020, konferens på initiativ från Socialdepartementet",
        "beslut",
        förslag=("Att konferensen förläggs i anslutning till SRVN-möte i Båstad den 3-4/12 2020",),
        bilagor=bilagor(
            ("14A", "Vård i rörelse - inbjudan till sjukvårdsregionerna"),
            ("14B", "Vård i rörelse 2020 - underlag till sjukvårdsregionerna"),
        ),
    ),
    FoundPunkt("15", "Information om ekonomi 2020", "information", förslag=INFORMERA),
    FoundPunkt(
        "16",
        "Anmälningsärenden",
        "anmälan",
        förslag=INFORMERA_PUNKT,
        bilagor=tuple(
            FoundBilaga(label, rubrik, i_utskicket=False)
            for label, rubrik in (
                ("A", "Minnesanteckning Regionalt primärvårdsråd (RPR) 191011"),
                (
                    "B",
                    (
                        "Minnesanteckningar Samarbete för bättre vård: benign kolorektal kirurgi "
                        "190913"
                    ),
                ),
                ("C", "Minnesanteckningar Regionalt programområde för palliativ vård 4 okt"),
                (
                    "D",
                    "Minnesanteckningar telefonmöte Regionalt programområde psykisk hälsa 2019",
                ),
                ("E", "Minnesanteckning 26 okt 19 samarbetsgruppen"),
                (
                    "F",
                    "Möte 191004 expertgrupp trauma (Regional arbetsgrupp) minnesanteckningar",
                ),
                (
                    "G",
                    (
                        "Minnesanteckningar chefssamråd barnsjukvård inkl neonatologi och "
                        "barnkirurgi 6 sept 2019"
                    ),
                ),
                (
                    "H",
                    (
                        "Regionalt programområde för nervsystemets sjukdomar för Södra "
                        "sjukvårdsregionen"
                    ),
                ),
                (
                    "I",
                    (
                        "Information om ansökan från Region Skåne angående högspecialistvård "
                        "endometrios"
                    ),
                ),
            )
        ),
    ),
)

DOUBTS = [
    (
        254,
        "«Héléne Pessah-Rasmussen kommer och rapporterar.» har lästs som uppgift om föredragande.",
    ),
    (256, "Rubriken är skriven «Ordförandes förslag» och har lästs som «Ordförandens förslag»."),
    (394, "Rubriken är skriven «Ordförandes förslag» och har lästs som «Ordförandens förslag»."),
    (396, "Att-satsen har nummer 15 i dagordningen men är nummer 1 i punkten."),
]  # fmt: skip


def unplaced(punkt: FoundPunkt) -> FoundPunkt:
    """Forget where in the source things stood, the doubts, and what the missiv propose."""
    return replace(
        punkt,
        line=0,
        doubts=(),
        missivförslag=(),
        bilagor=tuple(replace(bilaga, line=0) for bilaga in punkt.bilagor),
    )


MISSIV = {
    "4": (
        (
            "ändra inriktningen för UFo-anslagen till att stimulera utvecklingen av samarbeten i "
            "Södra sjukvårdsregionen"
        ),
        "ledningsgruppen i Södra sjukvårdsregionen beslutar om fördelning av projektmedel",
    ),
    "5": PUNKTER[4].förslag,
    "7": ("Lägga informationen till handlingarna",),
    "8": ("Lägga informationen till handlingarna",),
    "10": (
        (
            "Att bekräfta överenskommelsen om regionala priser och ersättningar för Södra "
            "sjukvårdsregionen 2020,"
        ),
        "Att respektive region beslutar att godkänna överenskommelsen,",
        "Att lägga informationen om avtalsprocessen till handlingarna.",
    ),
}
GUESSED = (
    2968,
    (
        "«Delprojekt 8 Benign kolorektal kirurgi, uppföljning» bland handlingarna har lästs som "
        "punktens missiv."
    ),
)


def check_missiv(found) -> None:
    assert {one.number: one.missivförslag for one in found.punkter if one.missivförslag} == MISSIV


def check(found) -> None:
    assert found.organ == "Södra Regionvårdsnämnden"
    assert found.day == date(2019, 11, 22)
    assert (found.from_time, found.to_time) == ("08.30", "")
    assert found.plats == "Best Western Grand Hotell, Halmstad"
    assert found.ordförande == "Anna Mannfalk"
    assert found.sekreterare == "Lena Neumann"
    for read, expected in zip(found.punkter, PUNKTER, strict=True):
        assert unplaced(read) == expected
    said = [doubt.text for punkt in found.punkter for doubt in punkt.doubts]
    assert [text for text in said if text != GUESSED[1]] == [text for _, text in DOUBTS]
    assert found.doubts == ()


def test_the_packet_gives_exactly_its_dagordning():
    lines = read_lines(SEED)
    found = find_dagordning(lines, SEED.name)
    check(found)
    assert found.source == lines
    assert (found.first_line, found.last_line) == (3, 458)
    doubts = [(d.line, d.text) for p in found.punkter for d in p.doubts]
    assert sorted(doubts) == [*DOUBTS, GUESSED]


def test_each_missiv_in_the_packet_gives_its_proposal_to_its_punkt():
    found = find_dagordning(read_lines(SEED), SEED.name)
    check_missiv(found)
    assert GUESSED[1].split("»")[0][1:] in found.source[GUESSED[0]]


def test_every_finding_points_at_its_line():
    found = find_dagordning(read_lines(SEED), SEED.name)
    for punkt in found.punkter:
        assert punkt.rubrik.split()[0] in found.source[punkt.line]
        for bilaga in punkt.bilagor:
            assert bilaga.label in found.source[bilaga.line]


def test_the_list_is_found_without_its_drawn_rules():
    check(find_dagordning([line for line in read_lines(SEED) if "____" not in line], "a.txt"))


def test_the_list_is_found_without_its_empty_lines():
    found = find_dagordning([line for line in read_lines(SEED) if line.strip()], "a.txt")
    check(found)
    check_missiv(found)


def _pages(lines: tuple[str, ...], per_page: int) -> list[list[str]]:
    return [list(lines[at : at + per_page]) for at in range(0, len(lines), per_page)]


@pytest.mark.parametrize("blank", [True, False], ids=["as it stands", "close"])
def test_the_packet_printed_to_pdf_gives_the_same(tmp_path, blank):
    lines = tuple(line.strip() for line in read_lines(SEED)[:900] if blank or line.strip())
    path = write_pdf(tmp_path / "utskick.pdf", _pages(lines, 100), size=5)
    check(find_dagordning(read_lines(path), path.name))


def test_the_packet_in_word_gives_the_same(tmp_path):
    path = write_docx(tmp_path / "utskick.docx", [line.strip() for line in read_lines(SEED)[:900]])
    check(find_dagordning(read_lines(path), path.name))


@pytest.mark.parametrize("start", ["000", "001", "003", "004"])
def test_reports_and_agreements_hold_no_dagordning(start):
    path = next(SEED.parent.glob(f"{start}_*.txt"))
    with pytest.raises(NoDagordningError) as caught:
        find_dagordning(read_lines(path), path.name)
    assert caught.value.name == path.name


def test_the_attachments_alone_hold_no_dagordning():
    with pytest.raises(NoDagordningError):
        find_dagordning(read_lines(SEED)[459:], "bilagor.txt")
