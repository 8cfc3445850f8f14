"""What an import does with what is followed up. No bevakning, delprojekt or the like is removed."""

from nämnd.utbyte.collecting import Collector
from nämnd.utbyte.objects import JsonObject, UtbyteFile
from nämnd.utbyte.parts import FOLLOW_UP, OF_FOLLOW_UP, OWNER
from nämnd.utbyte.there import Known


def plan_follow_up(work: Collector, file: UtbyteFile) -> None:
    """Put the bevakningar, delprojekt, överenskommelser, redovisningar and taken days."""
    owned: dict[str, object] = {"nämnd_id": file.nämnd.id}
    for part in FOLLOW_UP:
        objects: tuple[JsonObject, ...] = getattr(file, part.key)
        for place, one in enumerate(objects):
            path, known = f"{part.key}[{place}]", work.known(one)
            if work.put(one, path, owned) is not None:
                _inside(work, one, path, known)


def _inside(work: Collector, one: JsonObject, path: str, known: Known | None) -> None:
    """Put the lists that `one` has. A list that is given is complete."""
    for part in OF_FOLLOW_UP.get(type(one), ()):
        if part.key not in one.model_fields_set:
            continue
        objects: tuple[JsonObject, ...] = getattr(one, part.key)
        before: tuple[JsonObject, ...] | None = getattr(known.one, part.key) if known else None
        in_table = OWNER[part.kind] == "tabell_id"  # each row says which table it is in
        fixed: dict[str, object] = {} if in_table else {OWNER[part.kind]: getattr(one, "id")}  # noqa: B009
        at = f"{path}.{part.key}"
        made = work.put_list(objects, at, fixed, before)
        for place, (inner, pending) in enumerate(zip(objects, made, strict=True)):
            if pending is not None:
                _inside(work, inner, f"{at}[{place}]", work.known(inner))
