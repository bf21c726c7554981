"""Several components trained apart as one that gives the mean of their scores: what they agree on stays, what one alone believes fades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from annotator.suggest.names import Names


def together(members: Sequence[Names]) -> Names:
    """Return one component of the same settings, lists and vectors as the members (which must be alike), with copies of their weights.

    The sum of the members' networks is the mean of their scores, because the weights of their last layers are divided.
    """
    first = members[0]
    whole = Names(settings=replace(first.settings, members=len(members), calibration=()), words=first.words)
    whole.begin(first.labels)
    parts = whole.model.layers[0].layers
    for part, member in zip(parts, members, strict=True):
        for mine, theirs in zip(part.walk(), member.model.layers[0].walk(), strict=True):
            for param in theirs.param_names:
                mine.set_param(param, theirs.get_param(param).copy())
        last = part.layers[-1]
        for param in last.param_names:
            last.set_param(param, last.get_param(param) / len(members))
    whole.links.set_param("W", np.mean([each.links.get_param("W") for each in members], axis=0))
    return whole
