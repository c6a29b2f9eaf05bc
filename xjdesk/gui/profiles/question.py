"""What is asked about profiles, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.issuer_profile import IssuerProfile


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """The profiles that are kept, and that of the open report, if one is open.

    `can_fill` tells whether one of them can be filled into that report.
    """

    profiles: tuple[IssuerProfile, ...]
    of_report: IssuerProfile | None
    can_fill: bool


@dataclass(frozen=True, slots=True)
class ProfileAnswer:
    """The profiles that are to be kept from now on, and the one to be filled in, if any."""

    profiles: tuple[IssuerProfile, ...]
    to_fill: IssuerProfile | None = None
