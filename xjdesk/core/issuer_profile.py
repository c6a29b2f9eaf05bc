"""What of an office is the same in all its reports (单位资料), kept to be filled in again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Report

LASTING = (
    fields.ISSUER,
    fields.DIRECTION,
    fields.SIGNER,
    fields.ADDRESSEE,
    fields.ORGAN,
    fields.SEAL,
    fields.FILLING_UNIT,
    fields.HEAD,
    fields.REVIEWER,
    fields.PREPARER,
    fields.PHONE,
    fields.COPIES_TO,
    fields.PRINTED_BY,
    fields.LEVEL,
    fields.SCOPE,
)
"""What is mostly the same from one year to the next: no number, title or date."""


@dataclass(frozen=True, slots=True)
class IssuerProfile:
    """The lasting fields of an office, under the name by which it is found again."""

    name: str
    fields: Mapping[FieldAddress, str]


def profile_of(report: Report, name: str) -> IssuerProfile:
    """What of `report` lasts."""
    found = {address: text for address in LASTING if (text := report.field(address).strip())}
    return IssuerProfile(name, found)


def usual_name(report: Report) -> str:
    """What the profile of the office of `report` is called, where nobody says otherwise."""
    issuer = report.field(fields.ISSUER).strip() or report.field(fields.ORGAN).strip()
    return issuer or "未命名单位"


def filled_from(report: Report, profile: IssuerProfile) -> tuple[Change, ...]:
    """The changes that fill the empty fields of `report`; what is filled in stays."""
    return tuple(
        Change(address, "", text)
        for address, text in profile.fields.items()
        if text and not report.field(address)
    )


def with_profile(
    profiles: tuple[IssuerProfile, ...], added: IssuerProfile
) -> tuple[IssuerProfile, ...]:
    """The profiles with `added` among them, in place of one of that name."""
    if any(profile.name == added.name for profile in profiles):
        return tuple(added if profile.name == added.name else profile for profile in profiles)
    return (*profiles, added)
