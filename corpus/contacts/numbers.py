"""Shapes of telephone numbers, mail addresses and the like, as printed; to be matched against a `contact_view`."""

from __future__ import annotations

import re

from ..cues import either

UNIT = r"\s*[万亿千百元人户个家件次项名吨亩米度份辆台套册篇条]"
_EXTENSION = (
    r"(?:\s?(?:--?|转|分机号?：?|[Ee]xt[.：]?\s?)\s?[0-9]{1,6}(?:分机)?"
    r"|\s?（\s?(?:转|分机号?：?)\s?[0-9]{1,6}(?:分机)?\s?）)?"
)
_MORE = r"(?:[、/]\s?[0-9]{3,4}[- ]?[0-9]{4}(?![0-9年月]|" + UNIT + r")|/[0-9]{1,4}(?![0-9年月/]))*"
"""A second number, or the last digits of one, behind the first: 0755-83880000/1."""
_COUNTRY = r"(?:(?:（(?:\+|00)\s?86）|(?:\+|00)\s?86)[-\s]?)"
_PART = r"(?: {0,3}[-.·/_~～] {0,3}| {1,3})?"
_MOBILE = (
    rf"(?<![0-9]){_COUNTRY}?(?:86[- ]?)?0?1[3-9][0-9]"
    rf"(?:{_PART}[0-9Oo]{{4}}{_PART}[0-9Oo]{{4}}|[- ][0-9]{{3}}[- ][0-9]{{5}}|[0-9][-.][0-9]{{3}}[-.][0-9]{{4}}"
    rf"|，[0-9]{{4}}，[0-9]{{4}}(?!，?[0-9])|[-. ]?[*×xX]{{4}}[-. ]?[0-9]{{4}})(?![0-9])"
)
_ABROAD = (
    r"(?<![0-9A-Za-z+])(?:(?:\+|00)[- ]?(?:85[23]|886)[- ]?[0-9]{4}[- ]?[0-9]{4,5}"
    r"|\+[1-9][0-9]{0,2}[- ](?:[0-9]{1,5}[- ]?){2,4}[0-9]{2,4})(?![0-9])"
)
"""A number with the code of another country or region; those of Hong Kong and Macao have eight digits."""
_ACCOUNT = (
    rf"{either('account_label')}\s*[：为是]?\s*[0-9](?: ?[0-9]){{11,22}}(?![0-9])"
    rf"|{either('passport_label')}\s*[：为是]?\s*[A-Za-z]{{1,2}}[0-9]{{7,8}}(?![0-9])"
)
_ODDLY_PARTED = r"1 {0,3}[3-9](?:(?: {1,3}|-)?[0-9]){9}(?!-?[0-9])"
"""Eleven digits parted anyhow. Blanks also part the numbers of a row: it must fill its cell, its bracket or clause."""
_FILLING = (
    rf"(?:(?<=[\t|｜（【［：，、；。！？])|(?<=[\t|｜（【［：，、；。！？] )|(?<![^\n])){_ODDLY_PARTED}"
    r"\s?(?=\s?(?:$|[\t|｜（）】］，、；。]))"
)
_HALVES = r"(?!20[0-9]{2}[- ])[0-9]{3,4}(?:[-~～一]| )[0-9]{4}"
_AREA = r"0(?:10|2[0-9]|[3-9][0-9]{2})"
_LANDLINE = (
    rf"(?<![0-9])(?:(?:{_COUNTRY}?(?:[（［【](?:区号\s?：?)?0[0-9]{{2,3}}[）］】]|0[0-9]{{2,3}})"
    rf"|{_COUNTRY}(?:（0?[1-9][0-9]{{1,2}}）|0?[1-9][0-9]{{1,2}}))"
    rf"\s?(?:--?|[~～一 ./])?\s?(?:[0-9]{{7,8}}|{_HALVES}){_EXTENSION}{_MORE}(?![0-9])"
    rf"|{_AREA}\s?(?:：\s?(?:[0-9]{{7,8}}|{_HALVES})(?![0-9])|（\s?(?:[0-9]{{7,8}}|{_HALVES})\s?）))"
)
_DIGITS = r"(?!20[0-9]{2})[2-9][0-9]{2,3}[- ]?[0-9]{4}"
GROUPED = re.compile(r"[0-9]-[0-9]|转")
"""A number without area code that is parted as calls are; blanks also part the figures of a row."""
_EXTENDED = (
    rf"(?<![0-9A-Za-z.-])(?:{_DIGITS}(?:\s?(?:转|分机号?：?)\s?[0-9]{{2,6}}(?![0-9A-Za-z])|\s?（\s?(?:转|分机号?：?)\s?[0-9]{{2,6}}\s?）)"
    r"|(?!20[0-9]{2})[2-9][0-9]{6,7}--?(?!20[0-9]{2})[0-9]{3,4}(?![0-9-]))"
)
_TOLL_FREE = r"(?<![0-9])[48]00-[0-9]{3,4}-[0-9]{3,4}(?![0-9])"
SIGN = rf"{either('contact_sign')}\ufe0f?\s*：?\s*"
_SIGNED = rf"{SIGN}(?:{_DIGITS}|[0-9]{{5,6}}(?![0-9]))"
TOP_LEVEL = ("cn", "com", "net", "org", "gov", "edu")
_TLD = rf"(?i:{'|'.join(TOP_LEVEL)})(?![A-Za-z]|[.][A-Za-z])"
_DOT = (
    rf"(?:\s?[.。]\s?|\s?点\s?(?=(?i:{'|'.join(TOP_LEVEL)}))"
    r"|\s?[（［【{]\s?(?:dot|DOT|点)\s?[）］】}]\s?|\s(?:dot|DOT)\s)"
)
_AT_SIGN = r"(?:@|&#64[；;]|&#[xX]40[；;]|&commat[；;])"
_AT_WORD = rf"(?:at|At|AT|a|@|#|\*|{either('at_word')})"
_AT_IN_BRACKETS = rf"\s?[（［【{{]\s?{_AT_WORD}\s?[）］】}}]\s?"
_HOST = rf"[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}})"
_NOTE = r"(?:\s?[（［【][^（）［］【】]{0,12}@[^（）［］【】]{0,4}[）］】])"
"""How to read an address whose at sign is something else: （请将#换成@）."""
_DISGUISED = (
    rf"(?:\s?[#*]\s?|\s?{either('at_word')}\s?|\s(?:at|AT)\s){_HOST}{{0,4}}?{_DOT}{_TLD}"
    rf"|{_AT_IN_BRACKETS}{_HOST}{{0,4}}?{_DOT}[A-Za-z]{{2,6}}(?![A-Za-z]|[.][A-Za-z])"
    rf"|[^\sA-Za-z0-9@]{{1,2}}{_HOST}{{1,5}}(?={_NOTE})"
)
_LOCAL_PART = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}"
_MAIL = (
    rf"(?:(?:mailto|MAILTO)：)?{_LOCAL_PART}"
    rf"(?:(?:\s?{_AT_SIGN}\s?{_HOST}{{1,5}}|{_DISGUISED}){_NOTE}?|(?<=[.]com|[.]net|[.]org|.[.]cn){_NOTE})"
)
_IDENTITY = (
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}\s?(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"\s?[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_CHAT_ID = (
    rf"(?!{either('chat_name')}(?![A-Za-z0-9_-]))"
    rf"(?:[1-9][0-9]{{5,11}}(?![0-9]|{UNIT})|[A-Za-z][A-Za-z0-9_-]{{5,19}})"
)
_CHAT = (
    rf"(?:(?<![A-Za-z])|(?![A-Za-z]))(?:{either('chat_word')}(?:同号|号码?|群号?|ID|id)?\s?(?:[：为是]?\s?{_CHAT_ID}|（\s?{_CHAT_ID}\s?）)"
    r"|(?<![A-Za-z])QQ(?:号码?|群号?)?\s?：?\s?[1-9][0-9]{4,11}(?![0-9])"
    rf"|{either('chat_labelled')}(?:(?:号|账号|ID|id)?\s?(?:：\s?@?|@)|账?号\s?(?=[A-Za-z_-]*[0-9])){_CHAT_ID})"
)
NUMBER = (
    rf"(?:{_IDENTITY}|{_ABROAD}|{_ACCOUNT}|{_MOBILE}"
    rf"|{_LANDLINE}|{_FILLING}|{_EXTENDED}|{_TOLL_FREE}|{_SIGNED}|{_MAIL}|{_CHAT})"
)
"""What is contact data wherever it stands."""
_BARE_TOLL_FREE = r"(?<![0-9])[48]00[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9])"
# Without its area code a number is one of seven or eight digits; those that begin with 20 may be a year's or a case's.
LOCAL = (
    rf"(?:(?<![0-9A-Za-z.-]){_DIGITS}(?![0-9A-Za-z.%])|{_BARE_TOLL_FREE}|(?<![0-9A-Za-z.-]){_ODDLY_PARTED})"
)
"""A number without area code, or with odd gaps: contact data beside a person or in a request to call."""
