"""What came of archiving, in Swedish: for the window and the command line."""

from collections.abc import Iterator

from nämnd.arkiv.values import DATA, ArkivManifest
from nämnd.core.swedish import counted


def summary(manifest: ArkivManifest) -> Iterator[str]:
    """Yield what the user should know of a folder that was made; nothing when all is well."""
    if manifest.sekretess:
        yield (
            "Mappen innehåller uppgifter under sekretess. Lägg den där bara behöriga kommer åt den."
        )
    plain = [one for one in manifest.filer if one.pdfa is None and one.grupp != DATA]
    if plain:
        files = counted(len(plain), "fil", "filer")
        yield f"{files} är inte PDF/A. Vilka står i index.html, under «Inte i PDF/A»."
    for one in manifest.saknas:
        yield f"Saknas: {one}."
