"""Makes dist/namnd, which needs no Python: `python3 start.py bundle`.

The whole folder is what is handed out. On Linux it holds the script that couples file types too.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAILED = (
    "Programmet kunde inte byggas. Kontrollera att disken har plats (1 GB) och att Python har ett"
    " delat bibliotek (libpython); kör sedan samma kommando igen."
)


def main() -> int:
    """Build, and say where it is."""
    print("Bygger programmet för dem som inte har Python …", flush=True)
    folders = ["--distpath", ROOT / "dist", "--workpath", ROOT / "dist" / "build"]
    words = ["--noconfirm", "--log-level", "WARN", *folders, ROOT / "packaging" / "namnd.spec"]
    done = subprocess.run([sys.executable, "-m", "PyInstaller", *words], check=False)
    if done.returncode:
        print(FAILED)
        return done.returncode
    made = ROOT / "dist" / "namnd"
    if sys.platform == "linux":
        shutil.copy2(ROOT / "packaging" / "linux" / "installera.sh", made)
    print(f"Klart: {made}. Hela mappen lämnas till den som ska ha programmet.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
