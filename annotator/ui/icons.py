"""Our icons: SVG files in one colour, drawn in the colour that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.core.resources import resource
from annotator.ui.tokens import Colours

SIZE = 18


class Icons:
    """Draws the icons of one theme and keeps what it drew. Names are file names under resources/icons, e.g. "flag", "state/done"."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, *, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
        """Return the icon in this colour, `size` pixels wide, sharp at this device pixel ratio. Raises OSError without such an icon."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, *, size: int = SIZE) -> QIcon:
        """Return the icon for a button: muted, in text colour when it is on or pressed, at 1, 2 and 3 times."""
        icon = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, self._colours.muted, size=size, ratio=ratio))
            for mode in (QIcon.Mode.Active, QIcon.Mode.Selected):
                icon.addPixmap(self.pixmap(name, self._colours.text, size=size, ratio=ratio), mode)
            icon.addPixmap(self.pixmap(name, self._colours.accent, size=size, ratio=ratio), QIcon.Mode.Normal, QIcon.State.On)
            icon.addPixmap(self.pixmap(name, self._colours.border, size=size, ratio=ratio), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        if name not in self._sources:
            self._sources[name] = resource("icons", *f"{name}.svg".split("/")).read_text(encoding="utf-8")
        # QtSvg takes currentColor for black; in the glyphs of states, white stands for the ground.
        source = self._sources[name].replace("#FFFFFF", self._colours.base).replace("currentColor", colour)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
