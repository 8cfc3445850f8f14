"""How a second start of the program hands a file over to the window that is open already.

Files are double-clicked while the program runs; two windows on one database would each show half
of what is done. Nothing leaves the computer: it is a pipe of this user's own.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500  # ms; somebody who does not answer by then is not there
_MOST = 32_768  # bytes that a path can have


def name_of(place: str) -> str:
    """Return the name of the door to the window that is open on a database."""
    return f"namnd-{hashlib.sha256(place.encode()).hexdigest()[:24]}"


def hand_over(name: str, path: Path) -> bool:
    """Give `path` to the window behind a door; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(str(path).encode())
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


class Door(QObject):
    """Hears of files that later starts of the program were asked to open.

    Signals:
        handed: the Path of a file.
    """

    handed = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        """Open the door; one that a killed program left behind is taken away.

        Only one window is open on a database (`nämnd.store` sees to that), so it is nobody else's.
        """
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Let nobody in any more."""
        self._server.close()

    def _meet(self) -> None:
        socket = self._server.nextPendingConnection()
        said = bytearray()
        socket.readyRead.connect(lambda: said.extend(socket.readAll().data()))
        socket.disconnected.connect(lambda: self._take(socket, said))

    def _take(self, socket: QLocalSocket, said: bytearray) -> None:
        said.extend(socket.readAll().data())
        socket.deleteLater()
        if 0 < len(said) <= _MOST:
            self.handed.emit(Path(said.decode(errors="replace")))
