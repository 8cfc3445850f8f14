"""What must hold between the objects of a file: ids once, references to something there."""

from collections.abc import Iterator, Sequence

from nämnd.utbyte.attached import attached
from nämnd.utbyte.errors import Finding
from nämnd.utbyte.objects import (
    BilagaObject,
    HandlingObject,
    JsonObject,
    PunktObject,
    SammanträdeObject,
    UppdragObject,
    UtbyteFile,
)
from nämnd.utbyte.references_diarium import (
    diarium_broken_in,
    handlingar_of,
    identified_diarium,
)
from nämnd.utbyte.references_follow_up import follow_up_broken_in, identified_follow_up
from nämnd.utbyte.references_protokoll import (
    boards_of,
    identified_protokoll,
    missing,
    protokoll_broken_in,
)

Ref = tuple[str, str | None]  # path, id


def broken_in(file: UtbyteFile) -> Iterator[Finding]:
    """Yield every repeated id, broken reference and contradiction in `file`."""
    yield from _repeated(file)
    yield from _dangling(file)
    for place, period in enumerate(file.nämnd.mandatperioder):
        if period.till and period.till < period.från:
            yield _backwards(f"nämnd.mandatperioder[{place}].till", period.till.isoformat())
    for place, uppdrag in enumerate(file.uppdrag):
        if uppdrag.från and uppdrag.till and uppdrag.till < uppdrag.från:
            yield _backwards(f"uppdrag[{place}].till", uppdrag.till.isoformat())
    for place, sammanträde in enumerate(file.sammanträden):
        yield from _numbers(sammanträde, f"sammanträden[{place}]")
    for path, one in (*_bilagor(file), *handlingar_of(file)):
        yield from _versions(one, path)
    yield from protokoll_broken_in(file)
    yield from diarium_broken_in(file)
    yield from follow_up_broken_in(file)
    yield from (
        Finding(one.path, "ingen fil", "fil eller sha256")
        for one in attached(file)
        if one.fil is None and one.sha256 is None
    )


def identified(file: UtbyteFile) -> Iterator[tuple[str, str]]:
    """Yield path and id of every object that has one."""
    yield "nämnd.id", file.nämnd.id
    yield from _ids("nämnd.huvudmän", file.nämnd.huvudmän)
    yield from _ids("personer", file.personer)
    yield from _ids("uppdrag", file.uppdrag)
    yield from _ids("sammanträden", file.sammanträden)
    for place, one in enumerate(file.sammanträden):
        yield from _ids(f"sammanträden[{place}].punkter", one.punkter)
        yield from _ids(f"sammanträden[{place}].utskick", one.utskick)
    for path, punkt in _punkter(file):
        for key in ("underpunkter", "förslag", "missivförslag", "bilagor"):
            yield from _ids(f"{path}.{key}", getattr(punkt, key))
    for path, bilaga in _bilagor(file):
        yield from _ids(f"{path}.versioner", bilaga.versioner)
    yield from identified_protokoll(file)
    yield from identified_diarium(file)
    yield from identified_follow_up(file)
    yield from _ids("delegationsbeslut", file.delegationsbeslut)
    yield from _ids("delegationsprotokoll", file.delegationsprotokoll)
    for place, own in enumerate(file.delegationsprotokoll):
        yield from _ids(f"delegationsprotokoll[{place}].anslag", own.anslag)


def _ids(path: str, objects: Sequence[JsonObject]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(objects):
        key: str | None = getattr(one, "id")  # noqa: B009 - not every object has one
        if key is not None:
            yield f"{path}[{place}].id", key


def _repeated(file: UtbyteFile) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path, key in identified(file):
        if first.setdefault(key, path) != path:
            expected = "ett id som ingenting annat i filen har"
            yield Finding(path, f"«{key}», som redan är {first[key]}", expected)


def _dangling(file: UtbyteFile) -> Iterator[Finding]:
    huvudmän = {one.id for one in file.nämnd.huvudmän}
    personer = {one.id for one in file.personer}
    ärenden = {one.id for one in file.ärenden}
    for place, uppdrag in enumerate(file.uppdrag):
        yield from _missing(_people_of(uppdrag, f"uppdrag[{place}]"), personer, "personer")
        huvudman = (f"uppdrag[{place}].huvudman", uppdrag.huvudman)
        yield from _missing([huvudman], huvudmän, "nämnd.huvudmän")
    for place, sammanträde in enumerate(file.sammanträden):
        people = _people_at(sammanträde, f"sammanträden[{place}]")
        yield from _missing(people, personer, "personer")
    for path, punkt in _punkter(file):
        yield from _missing([(f"{path}.ärende", punkt.ärende)], ärenden, "ärenden")
    yield from _dangling_delegated(file, huvudmän, ärenden)


def _dangling_delegated(
    file: UtbyteFile, huvudmän: set[str], ärenden: set[str]
) -> Iterator[Finding]:
    known = {one.id for one in file.delegationsprotokoll}
    for place, one in enumerate(file.delegationsbeslut):
        path = f"delegationsbeslut[{place}]"
        yield from _missing([(f"{path}.ärende", one.ärende)], ärenden, "ärenden")
        own = (f"{path}.särskilt_protokoll", one.särskilt_protokoll)
        yield from _missing([own], known, "delegationsprotokoll")
    for place, own in enumerate(file.delegationsprotokoll):
        refs = boards_of(own.anslag, f"delegationsprotokoll[{place}]")
        yield from missing(refs, huvudmän, "nämnd.huvudmän")


def _missing(refs: Sequence[Ref], known: set[str], where: str) -> Iterator[Finding]:
    given = ((path, key) for path, key in refs if key is not None)
    yield from missing(given, known, where)


def _people_of(uppdrag: UppdragObject, path: str) -> list[Ref]:
    return [(f"{path}.person", uppdrag.person), (f"{path}.ersätter", uppdrag.ersätter)]


def _people_at(sammanträde: SammanträdeObject, path: str) -> list[Ref]:
    called: list[Ref] = [
        (f"{path}.utskick[{x}].till[{y}]", key)
        for x, utskick in enumerate(sammanträde.utskick)
        for y, key in enumerate(utskick.till)
    ]
    return [(f"{path}.sekreterare", sammanträde.sekreterare), *called]


def _punkter(file: UtbyteFile) -> Iterator[tuple[str, PunktObject]]:
    for x, sammanträde in enumerate(file.sammanträden):
        for y, punkt in enumerate(sammanträde.punkter):
            yield f"sammanträden[{x}].punkter[{y}]", punkt


def _bilagor(file: UtbyteFile) -> Iterator[tuple[str, BilagaObject]]:
    for path, punkt in _punkter(file):
        for place, bilaga in enumerate(punkt.bilagor):
            yield f"{path}.bilagor[{place}]", bilaga


def _backwards(path: str, day: str) -> Finding:
    return Finding(path, day, "en dag som inte ligger före «från»")


def _numbers(sammanträde: SammanträdeObject, path: str) -> Iterator[Finding]:
    first: dict[int, str] = {}
    for place, punkt in enumerate(sammanträde.punkter):
        where = f"{path}.punkter[{place}].nummer"
        if punkt.nummer is None:
            if punkt.står:
                yield Finding(where, "ingenting", "numret, eftersom det har gått ut (står)")
            continue
        if first.setdefault(punkt.nummer, where) != where:
            yield Finding(where, str(punkt.nummer), "ett nummer som ingen annan punkt har")
        if punkt.står and (sammanträde.sista_nummer or punkt.nummer) < punkt.nummer:
            yield Finding(f"{path}.sista_nummer", str(sammanträde.sista_nummer), "det högsta")
    for place, punkt in enumerate(sammanträde.punkter):
        for index, bilaga in enumerate(punkt.bilagor):
            if bilaga.står and bilaga.beteckning is None:
                where = f"{path}.punkter[{place}].bilagor[{index}].beteckning"
                yield Finding(where, "ingenting", "beteckningen, eftersom den har gått ut (står)")


def _versions(bilaga: BilagaObject | HandlingObject, path: str) -> Iterator[Finding]:
    numbers = [one.nummer for one in bilaga.versioner]
    if numbers != sorted(set(numbers)):
        found = ", ".join(map(str, numbers))
        yield Finding(f"{path}.versioner", found, "versionerna i ordning efter nummer")
    if not bilaga.versioner:
        return
    last = bilaga.versioner[-1]
    for key, mine, its in (
        ("fil", bilaga.fil, last.fil),
        ("sha256", bilaga.sha256, last.sha256),
    ):
        if mine is not None and its is not None and mine != its:
            yield Finding(f"{path}.{key}", f"«{mine}»", f"samma som i den sista versionen, «{its}»")
