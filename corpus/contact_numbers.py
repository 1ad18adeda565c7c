"""Shapes of telephone numbers, mail addresses and the like, as printed; marks are those of `shapes.same_width`."""

from __future__ import annotations

_DASH = "[-—–－‐‑‒―−～~_一]"
_EXTENSION = r"(?:\s?[-—–转]\s?[0-9]{1,6})?"
_COUNTRY = r"(?:[（]?(?:\+|00)\s?86[）]?[-\s]?)"
_MOBILE = (
    rf"(?<![0-9]){_COUNTRY}?(?:86[- ]?)?1[3-9][0-9]"
    r"(?:[-. ]?[0-9]{4}[-. ]?[0-9]{4}|[- ][0-9]{3}[- ][0-9]{5})(?![0-9])"
)
_HALVES = rf"(?!20[0-9]{{2}}[-—– ])[0-9]{{3,4}}(?:{_DASH}| )[0-9]{{4}}"
_LANDLINE = (
    rf"(?<![0-9])(?:{_COUNTRY}?(?:（0[0-9]{{2,3}}）|0[0-9]{{2,3}})|{_COUNTRY}(?:（0?[1-9][0-9]{{1,2}}）|0?[1-9][0-9]{{1,2}}))"
    rf"\s?(?:{_DASH}|[ .．/])?\s?(?:[0-9]{{7,8}}|{_HALVES}){_EXTENSION}(?![0-9])"
)
_TLD = r"(?:cn|com|net|org|gov|edu)(?![A-Za-z])"
_DOT = r"\s?(?:[.．。]|[（［]\s?(?:dot|点)\s?[）］])\s?"
_AT = r"(?:\s?[@＠]\s?|\s?[（［]\s?(?:at|AT|a|@|艾特)\s?[）］]\s?)"
_DISGUISED = (
    rf"(?:\s?#\s?|\s(?:at|AT)\s)[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{0,4}}?{_DOT}{_TLD}"
)
_LOCAL_PART = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}"
_MAIL = rf"{_LOCAL_PART}(?:{_AT}[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{1,5}}|{_DISGUISED})"
_IDENTITY = (
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}\s?(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"\s?[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_CHAT = (
    r"(?<![A-Za-z])QQ(?:号码?|群号?)?\s?：?\s?[1-9][0-9]{4,11}(?![0-9])"
    r"|微信(?:号码?)?\s?：?\s?[A-Za-z][A-Za-z0-9_-]{5,19}"
)
NUMBER = rf"(?:{_IDENTITY}|{_MOBILE}|{_LANDLINE}|{_MAIL}|{_CHAT})"
"""What is contact data wherever it stands."""
_TOLL_FREE = r"(?<![0-9])[48]00[-—– ]?[0-9]{3,4}[-—– ]?[0-9]{3,4}(?![0-9])"
# Without its area code a number is one of seven or eight digits; those that begin with 20 may be a year's or a case's.
LOCAL = (
    rf"(?:(?<![0-9A-Za-z.-])(?!20[0-9]{{2}})[2-9][0-9]{{2,3}}[- ]?[0-9]{{4}}(?![0-9A-Za-z.%])|{_TOLL_FREE})"
)
"""A number without area code: contact data beside a person or in a request to call."""
UNIT = r"\s*[万亿千百元人户个家件次项名吨亩米度份辆台套册篇条]"
