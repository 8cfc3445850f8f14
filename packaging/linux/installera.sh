#!/bin/sh
# Kopplar filerna .justering och .svar till programmet i den här mappen, för dig som användare.
# Ingenting installeras för hela datorn. Kör igen om mappen flyttas. «--ta-bort» tar bort kopplingen.
set -eu
root=$(cd "$(dirname "$0")" && pwd)
files="$root/_internal/fil"
data=${XDG_DATA_HOME:-$HOME/.local/share}
program="$root/namnd"

refresh() {
    if command -v update-mime-database >/dev/null; then
        update-mime-database "$data/mime"
    else
        echo "Programmet update-mime-database (paketet shared-mime-info) saknas." >&2
        echo "Filtyperna är inlagda och gäller när det finns och du har loggat in på nytt." >&2
    fi
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database "$data/applications"
    fi
}

if [ "${1:-}" = "--ta-bort" ]; then
    rm -f "$data/applications/namnd.desktop" "$data/mime/packages/namnd.xml"
    refresh
    echo "Kopplingen är borttagen. Mappen med programmet kan nu slängas."
    exit 0
fi
if [ ! -x "$program" ]; then
    echo "Programmet $program finns inte. Kör skriptet där det ligger, i programmets mapp." >&2
    exit 1
fi
mkdir -p "$data/applications" "$data/mime/packages"
# In a desktop file \ is written twice, once more inside quotes, and % begins a code.
path=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|\\]/\\&/g')
picture=$(printf '%s' "$files/namnd.svg" | sed 's/[&|\\]/\\&/g')
sed "s|@PROGRAM@|$path|; s|@ICON@|$picture|" "$files/namnd.desktop" >"$data/applications/namnd.desktop"
cp "$files/namnd.xml" "$data/mime/packages/namnd.xml"
refresh
if command -v xdg-mime >/dev/null; then
    xdg-mime default namnd.desktop application/x-namnd-justering application/x-namnd-svar
fi
echo "Klart. Dubbelklicka på en fil som slutar på .justering för att öppna den i Nämnd."
