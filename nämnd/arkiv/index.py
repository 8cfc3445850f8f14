"""The list of an archive folder: a page that any browser shows, and a table for spreadsheets.

Plain HTML without scripts, styles from elsewhere or links out of the folder: it must be readable
when this program is not there any more.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import quote

from nämnd.arkiv.values import DATA, ArkivFil, ArkivManifest
from nämnd.core.csv_text import csv_bytes

_HEAD = ("Grupp", "Fil", "Vad", "Storlek (byte)", "PDF/A", "Anmärkning", "SHA-256")
_PAGE = """<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 1.5em; }}
th:nth-child(2) {{ width: 7em; }}
th, td {{ text-align: left; vertical-align: top; padding: .3em .8em .3em 0;
 border-bottom: 1px solid #888; overflow-wrap: anywhere; }}
code {{ font-size: 75%; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def html_of(manifest: ArkivManifest) -> bytes:
    """Return index.html."""
    title = f"{manifest.nämnd}: sammanträde {manifest.dag}"
    return _PAGE.format(title=escape(title), body="\n".join(_body(manifest))).encode()


def csv_of(manifest: ArkivManifest) -> bytes:
    """Return index.csv: semicolons, UTF-8."""
    rows = (
        (one.grupp, one.path, one.rubrik, str(one.storlek), one.pdfa or "", one.anmärkning,
         one.sha256)
        for one in manifest.filer
    )  # fmt: skip
    return csv_bytes((_HEAD, *rows))


def _body(manifest: ArkivManifest) -> Iterator[str]:
    yield (
        f"<p>Protokoll {escape(manifest.paragrafer)} med handlingar, arkiverat "
        f"{escape(manifest.skapat[:10])} av {escape(manifest.av)} ur programmet Nämnd.</p>"
    )
    if manifest.sekretess:
        yield "<p><strong>Mappen innehåller uppgifter under sekretess.</strong></p>"
    for grupp, files in groupby(manifest.filer, lambda one: one.grupp):
        yield f"<h2>{escape(grupp)}</h2>"
        yield "<table><thead><tr><th>Fil</th><th>Arkivformat</th><th>Anmärkning</th></tr>"
        yield "</thead><tbody>"
        yield from (_row(one) for one in files)
        yield "</tbody></table>"
    yield from _missing(manifest)
    yield from _how_to_check(manifest)


def _row(one: ArkivFil) -> str:
    plain = "" if one.grupp == DATA else "inte PDF/A"
    link = f'<a href="{quote(one.path)}">{escape(one.rubrik)}</a>'
    return (
        f"<tr><td>{link}<br><code>{escape(one.path)}</code></td>"
        f"<td>{escape(one.pdfa or plain)}</td><td>{escape(one.anmärkning)}</td></tr>"
    )


def _missing(manifest: ArkivManifest) -> Iterator[str]:
    plain = [one for one in manifest.filer if one.pdfa is None and one.grupp != DATA]
    if plain:
        yield "<h2>Inte i PDF/A</h2>"
        yield "<p>Arkivet avgör om de här filerna ska göras om till PDF/A.</p>"
        yield f"<ul>{''.join(f'<li>{escape(one.path)}</li>' for one in plain)}</ul>"
    if manifest.saknas:
        yield "<h2>Saknas</h2>"
        yield f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in manifest.saknas)}</ul>"


def _how_to_check(manifest: ArkivManifest) -> Iterator[str]:
    yield "<h2>Så här kontrolleras mappen</h2>"
    yield (
        "<p>Filen checksummor.txt har en kontrollsumma (SHA-256) för varje fil. Kommandot "
        "<code>sha256sum -c checksummor.txt</code> räknar om dem; i Nämnd gör «Kontrollera "
        "underskrifter» det och kontrollerar underskrifterna också.</p>"
    )
    yield (
        f"<p>Programmets logg hade {manifest.logg.nummer} poster när mappen gjordes. Den sista "
        f"hade kontrollsumman <code>{escape(manifest.logg.hash)}</code>.</p>"
    )
