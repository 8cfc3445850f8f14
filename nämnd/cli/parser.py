"""The words of the command line, with help and errors in Swedish."""

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR
from typing import Any, NoReturn

EXPORTS = (
    "kallelse", "dagordning", "utskick", "tillagg", "klubblista", "deltagarlista", "protokoll",
    "snabbprotokoll", "utdrag", "anslag", "anslagsbevis", "delegationsprotokoll", "publik",
    "arkiv", "utbyte", "diarium", "beslutsregister", "skrivelse",
    "arshjul", "uppfoljning", "delprojekt", "rekvisition", "ekonomisk-redovisning",
)  # fmt: skip
WAYS = ("papper", "godkannande", "underskrift")
PUBLIC = ("allt", "protokoll", "utskick")
FORMATS = ("pdf", "docx", "zip", "json", "xlsx", "csv", "ics")
_FORMAT_HELP = (
    "pdf (om inget anges), docx eller zip; listor: xlsx (om inget anges), csv, pdf, docx, json; "
    "årshjul: pdf (om inget anges), ics, json"
)
REVIEW_FORMATS = ("text", "json")
KINDS = {
    "arende": "ärende", "handling": "handling", "skrivelse": "skrivelse",
    "sammantrade": "sammanträde", "punkt": "punkt", "bilaga": "bilaga", "paragraf": "paragraf",
    "delegationsbeslut": "delegationsbeslut", "person": "person",
    "bevakning": "bevakning", "delprojekt": "delprojekt", "overenskommelse": "överenskommelse",
    "redovisning": "redovisning",
}  # fmt: skip
_TRANSLATED: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: (.*)", lambda m: f"det saknas: {m[1]}"),
    (r"one of the arguments (.*) is required", lambda m: f"ange ett av {m[1]}"),
    (r"unrecognized arguments: (.*)", lambda m: f"okänt: {m[1]}"),
    (r"argument (.*): expected one argument", lambda m: f"{m[1]} ska följas av ett värde"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        lambda m: f"{m[2]} går inte att välja här. Välj bland {m[3]}",
    ),
    (r"argument (.*): invalid .* value: (.*)", lambda m: f"{m[2]} passar inte för {m[1]}"),
    (r"argument (.*): not allowed with argument (.*)", lambda m: f"{m[1]} går inte med {m[2]}"),
)


class SwedishParser(argparse.ArgumentParser):
    """An argument parser whose own words are Swedish."""

    def __init__(self, **settings: object) -> None:
        """Set up like argparse, with a Swedish help option and headings."""
        super().__init__(**settings, add_help=False, formatter_class=_Formatter)  # pyright: ignore[reportArgumentType] - passed on as it came
        self._positionals.title = "ord"
        self._optionals.title = "val"
        self.add_argument("-h", "--help", "--hjalp", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in Swedish, and exit with 2."""
        for pattern, words in _TRANSLATED:
            found = re.fullmatch(pattern, message)
            if found:
                message = words(found)
                break
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}.\n")


class _Formatter(argparse.HelpFormatter):
    """Says «Så här» instead of «usage»."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the line of usage under a Swedish word."""
        super().add_usage(usage, actions, groups, prefix or "Så här: ")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of `namnd`."""
    parser = SwedishParser(
        prog="namnd",
        description="Nämnd: sammanträden, kallelser och protokoll. Utan ord öppnas fönstret.",
    )
    parser.add_argument("--version", action="version", version=_version(), help="visa versionen")
    words = parser.add_subparsers(dest="what", metavar="", prog="namnd", parser_class=SwedishParser)
    _add_import(
        words.add_parser("importera", help="läs in en dagordning, ledamöter eller utbytesfil")
    )
    _add_export(words.add_parser("exportera", help="skriv kallelse, protokoll eller utbytesfil"))
    _add_diarium(words.add_parser("diarium", help="ta in filer, visa vad som väntar på dagordning"))
    _add_review(words.add_parser("granska", help="se vad som bör ses över i ett protokoll"))
    _add_justering(
        words.add_parser("justering", help="skicka paragrafer för justering, läs in svar")
    )
    _add_control(words.add_parser("kontrollera", help="kontrollera underskrifter, arkiv och logg"))
    _add_list(words.add_parser("lista", help="visa nämnder och sammanträden"))
    _add_search(words.add_parser("sok", help="sök i allt: ärenden, handlingar, beslut, personer"))
    _add_frister(words.add_parser("frister", help="hitta frister i en handling"))
    _add_bevakningar(words.add_parser("bevakningar", help="visa vad som bevakas och till när"))
    words.add_parser("schema", help="skriv ut utbytesformatets JSON-schema")
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fil", metavar="FIL", help=".txt, .pdf, .docx, .csv, .xlsx eller .json")
    _add_place(parser)
    parser.add_argument("--datum", metavar="ÅÅÅÅ-MM-DD", help="dagen, om den inte står i filen")
    parser.add_argument(
        "--ersatt", action="store_true", help="låt utbytesfilen ersätta det som skiljer sig"
    )
    parser.add_argument(
        "--hoppa-over-fel",
        action="store_true",
        help="läs in ledamöter utan de rader som har fel eller måste frågas om",
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dokument", metavar="DOKUMENT", choices=EXPORTS, help=", ".join(EXPORTS))
    _add_place(parser)
    _add_sammanträde(parser)
    parser.add_argument("--format", choices=FORMATS, help=_FORMAT_HELP)
    parser.add_argument("--till", metavar="MAPP", default=".", help="mappen att skriva i")
    parser.add_argument(
        "--paragraf", metavar="§§", help="utdragets paragrafer, till exempel «59–61, 63»"
    )
    parser.add_argument(
        "--vad",
        choices=PUBLIC,
        help="vad som görs offentligt: allt (om inget anges), protokoll eller utskick",
    )
    parser.add_argument(
        "--till-vem",
        metavar="MOTTAGARE",
        help="vem utdraget är till; utan den och --paragraf görs ett till var och en",
    )
    parser.add_argument(
        "--delegation",
        metavar="DATUM",
        help="delegationsprotokollets datum eller id, när det är det som anslås",
    )
    parser.add_argument(
        "--brev", action="store_true", help="gör också ett brevutkast (.eml) med varje utdrag"
    )
    _add_lists(parser)
    _add_follow_up(parser)


def _add_follow_up(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--program",
        metavar="PROGRAM",
        help="programmet som delprojekten hör till; uppföljning utan det gäller alla delprojekt",
    )
    parser.add_argument(
        "--nummer", type=_count, metavar="NUMMER", help="delprojektets nummer, till exempel 8"
    )
    parser.add_argument(
        "--overenskommelse",
        "--överenskommelse",
        dest="overenskommelse",
        metavar="NAMN",
        help="överenskommelsen som blanketten hör till: namn eller diarienummer",
    )
    parser.add_argument(
        "--mottagare",
        metavar="NAMN",
        help="vems blankett; utan den görs en för var och en i tabellerna",
    )


def _add_lists(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ar", "--år", dest="ar", type=_year, metavar="ÅÅÅÅ", help="listans eller årshjulets år"
    )
    parser.add_argument(
        "--arende",
        "--ärende",
        dest="arende",
        metavar="DNR",
        help="ärendets skrivelser, eller bara dess beslut",
    )
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument(
        "--publik",
        action="store_true",
        help="en lista för alla, där det som kan vara hemligt är dolt (om inget anges)",
    )
    extent.add_argument("--alla", action="store_true", help="hela listan, för nämndens egen del")


def _add_review(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    _add_sammanträde(parser)
    parser.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )


def _add_justering(parser: argparse.ArgumentParser) -> None:
    doing = parser.add_subparsers(
        dest="gor",
        metavar="",
        required=True,
        prog="namnd justering",
        parser_class=SwedishParser,
    )
    send = doing.add_parser("skapa", help="gör en justeringsfil och visa engångskoderna")
    _add_place(send)
    _add_sammanträde(send)
    send.add_argument(
        "--paragraf", metavar="§§", help="vilka paragrafer, till exempel «59–61»; annars alla"
    )
    send.add_argument(
        "--satt", choices=WAYS, help="papper, godkannande eller underskrift (elektronisk)"
    )
    send.add_argument(
        "--utskrift", action="store_true", help="gör bara filen att skriva ut och underteckna"
    )
    send.add_argument("--till", metavar="MAPP", default=".", help="mappen att skriva i")
    take = doing.add_parser("las-in", help="läs in ett svar")
    take.add_argument("fil", metavar="FIL", help="svaret (.svar)")
    _add_place(take)
    for one in (send, take):
        one.add_argument(
            "--losenord-fil", metavar="FIL", help="fil vars första rad är filens lösenord"
        )


def _add_diarium(parser: argparse.ArgumentParser) -> None:
    doing = parser.add_subparsers(
        dest="gor", metavar="", required=True, prog="namnd diarium", parser_class=SwedishParser
    )
    take = doing.add_parser("ta-in", help="registrera filer, mappar och sparad e-post")
    take.add_argument("sokvag", metavar="SÖKVÄG", nargs="+", help="filer, mappar, .eml eller .msg")
    _add_place(take)
    where = take.add_mutually_exclusive_group(required=True)
    where.add_argument("--arende", metavar="DNR", help="ärendet som handlingarna hör till")
    where.add_argument("--nytt", metavar="RUBRIK", help="registrera dem i ett nytt ärende")
    take.add_argument(
        "--dnr", metavar="DNR", help="det nya ärendets nummer, om serien inte ger det"
    )
    take.add_argument(
        "--dubbletter", action="store_true", help="ta också in det som redan är registrerat"
    )
    take.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )
    _add_waiting(doing.add_parser("vantar", help="visa vad som väntar på en dagordning"))
    _add_putting(doing.add_parser("lagg-pa", help="lägg det som väntar på en dagordning"))


def _add_waiting(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )


def _add_putting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "vad", metavar="VAD", nargs="+", help="dnr, eller ett id som «vantar» visar"
    )
    _add_place(parser)
    _add_sammanträde(parser)


def _add_sammanträde(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sammantrade", metavar="DATUM", help="sammanträdets datum eller id")


def _add_control(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "fil",
        metavar="FIL|MAPP|logg",
        help="en PDF, en .justering, ett .svar, en arkivmapp, eller ordet logg",
    )
    parser.add_argument(
        "--databas", metavar="ADRESS", help="databasen att jämföra med (finns ingen går det ändå)"
    )
    parser.add_argument(
        "--losenord-fil", metavar="FIL", help="en fil vars första rad är lösenordet"
    )
    parser.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ord", metavar="ORD", help="vad som söks: ord, «fraser», dnr eller §")
    _add_place(parser)
    parser.add_argument(
        "--slag",
        action="append",
        choices=tuple(KINDS),
        help="bara det slaget; får upprepas",
    )
    parser.add_argument(
        "--antal", type=_count, default=20, metavar="ANTAL", help="så många träffar (annars 20)"
    )
    parser.add_argument("--publik", action="store_true", help="bara det som vem som helst får se")
    parser.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )


def _add_frister(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fil", metavar="FIL", help=".txt, .pdf, .docx, .xlsx, .eml med flera")
    parser.add_argument(
        "--dag",
        metavar="ÅÅÅÅ-MM-DD",
        help="dagen som handlingen är från; det som ska ha hänt före den visas inte",
    )
    parser.add_argument(
        "--format", choices=REVIEW_FORMATS, default="text", help="text (om inget anges) eller json"
    )


def _add_bevakningar(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument(
        "--fran", metavar="ÅÅÅÅ-MM-DD", help="det som ska vara klart den dagen eller senare"
    )
    parser.add_argument("--till", metavar="ÅÅÅÅ-MM-DD", help="till och med den dagen")
    parser.add_argument("--alla", action="store_true", help="visa också det som är avslutat")
    parser.add_argument(
        "--format",
        choices=("text", "json", "ics"),
        default="text",
        help="text (om inget anges), json eller ics: en kalenderfil",
    )


def _add_list(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--databas", metavar="FIL", help="databasens sökväg eller adress")
    parser.add_argument("--namnd", metavar="NAMN", help="nämndens namn, kortnamn eller id")


def _year(word: str) -> int:
    """Return a year that there are days in."""
    year = int(word)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(word)
    return year


def _count(word: str) -> int:
    count = int(word)
    if count < 1:
        raise ValueError(word)
    return count


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"namnd {version('namnd')}"
    except PackageNotFoundError:
        return "namnd 0.1.0"
