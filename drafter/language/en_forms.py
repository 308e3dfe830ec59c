"""What an English fact is made of, told by closed lists of common words: a sentence, a task, a thing; and that form put into a sentence."""

from __future__ import annotations

import re
from functools import cache

PRONOUNS = frozenset("i we you he she it they nobody everybody everyone someone anyone this these there what who".split())
ARTICLES = frozenset("the a an our my your their its his her this that".split())
OBJECTS = frozenset("us me them him her it you".split())
QUANTITIES = frozenset(
    """
    a an the our my your their its his her this that these those each every all both some any no two three four five six seven eight nine
    ten eleven twelve half another one more most many few several enough
    """.split()
)
PREPOSITIONS = frozenset(
    """
    about above across after against along among around at because before behind below beside between beyond by despite down during except for
    from if in inside into near of off on onto out outside over past per since through to towards under unless until up upon when
    where while with within without
    """.split()
)
AUXILIARIES = frozenset(
    """
    is are was were am has have had will would can could may might must shall should do does did cannot isn't aren't wasn't weren't hasn't
    haven't hadn't won't wouldn't can't couldn't mustn't shouldn't don't doesn't didn't it's that's there's we're they're you're we've they've
    we'll they'll it'll
    """.split()
)
MAYBE = frozenset("may might could".split())
BASE = frozenset(
    """
    accept add adopt advertise agree allow announce apply appoint approve arrange ask assess avoid award become begin bring build carry
    cancel catch choose clear close collect come compare complete confirm connect consult continue convert cost count cover create cross
    decide deliver demolish dig divide draft draw drive drop eat employ ensure erect establish explain extend fall feed fill find finish fix
    follow get give go grow hand hang happen hear help hire hold identify improve inform insert inspect install interview introduce invite keep
    know label learn leak leave lend let listen lose make map mean measure meet mend migrate monitor notify number obtain offer organise
    organize overrun oversell pack pass pay photograph pick print procure produce prepare protect provide publish pull put reach read rebuild
    receive recruit redesign reduce relocate remove rename renew reopen replace require reserve restore retire reuse roll save say scan
    secure see select sell send separate settle sign sit solve sort speak spend stay steal store submit switch take talk teach tell think throw
    tidy train translate try turn unload update use vote wait walk want warn wash win wire work write
    warm cool heat free bolt answer buy complain cook crash differ double end expire halve lower oppose own push scrap spread struggle suffer teach worry arrive refuse
    block book break call camp cap change charge check chain claim copy cut cycle design drain dry face fence fit flood fund gain glaze
    hope house insulate land lay lead level lift line link list load lock look mark move name need open order paint park phone pile pilot pipe
    place plan plant plough pour press queue race raise rain record rent repair report rest review ring run screen seal search serve set
    shadow share ship show skip slip sound split staff stand start stop stock strip supply support survey test trade trial vary vet visit
    watch weld clean shut die rise fly tear wear freeze strike refuse
    """.split()
)
NOUNS_TOO = frozenset(
    """
    add block book break call camp cap change charge check chain claim copy cut cycle design drain draft end face fence fit flood fund gain hand hire
    help house land lead level lift line link list load lock look mark map move name need number open order paint park phone pile pilot pipe
    place plan plant pour press print queue race rain record rent repair report rest review ring run screen seal search set shadow share ship
    show skip slip sound split staff stand start stop stock store strip supply support survey switch test trade train trial use visit vote
    walk watch wash work wire count cover drop drive label vet double lower own scrap answer struggle worry hope
    dry warm cool free secure complete separate clear clean
    """.split()
)
"""Of them, those that are as often a noun: test results are no task."""
PAST = dict(
    pair.split("/")
    for pair in """
    become/became begin/began break/broke bring/brought build/built buy/bought catch/caught choose/chose come/came cost/cost cut/cut dig/dug
    draw/drew drive/drove eat/ate fall/fell feed/fed find/found fly/flew freeze/froze get/got give/gave go/went grow/grew hang/hung hear/heard
    hold/held keep/kept know/knew lay/laid lead/led leave/left lend/lent lose/lost make/made mean/meant meet/met oversell/oversold overrun/overran
    pay/paid put/put read/read ring/rang rise/rose run/ran say/said see/saw sell/sold send/sent set/set show/showed shut/shut sit/sat speak/spoke
    spend/spent stand/stood steal/stole strike/struck take/took teach/taught tear/tore tell/told think/thought throw/threw wear/wore win/won
    write/wrote rebuild/rebuilt
    """.split()
)
PARTICIPLES = frozenset(
    """
    bought brought built caught chosen cut done drawn driven fed found given got heard held kept laid led left lent made met paid put rebuilt seen
    sent set shown sold spent taken taught told won written
    """.split()
)
ONLY_PAST = frozenset("""
    became began broke came chose drew drove ate fell flew froze gave went grew knew rang rose ran said saw spoke stole took tore threw wore wrote doubled
    halved tripled collapsed leaked failed crashed arrived expired stopped happened complained resigned retired
    """.split())
"""Of them, those that cannot stand without being the verb of a sentence."""
THINGS_IN_ING = frozenset(
    """
    nothing something everything anything building meeting training spring morning evening string ceiling heating lighting parking painting
    wedding railing opening landing plumbing wiring funding staffing housing planning catering marketing branding flooring paving bedding
    beginning king wing ring thing clothing crossing mooring drawing
    """.split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve both many few several".split())
FAILING = frozenset("slips leaks fails breaks stops stalls floods drops rises jams changes".split())
COMMON = frozenset("data money time work people staff equipment materials funding".split())
"""What a heading may begin with and no name does."""
ADJECTIVES = frozenset("old new big small main front back local second-hand rotten broken leaking late early bad poor weak".split())
COUNTABLE = frozenset(
    """
    phone roof website site server contract council tender fence gate bridge lift boiler app shelf book system printer tank shed hall door
    window lamp stand camera course plan map list form report review survey test trial pilot visit workshop group guide leaflet poster page
    video newsletter letter chart board sign desk counter till trolley van lorry boat bus tractor field garden path road wall floor kitchen
    room base slab pump pipe valve meter cable switch socket skip scaffold tent shop branch ward clinic team manager engineer nurse teacher
    warden volunteer database helpdesk hotline dashboard portal backup budget grant licence permit policy rota timetable calendar register
    bank vet insurer architect builder contractor supplier council school church landlord neighbour mayor surveyor regulator union auditor
    electrician plumber carpenter driver caretaker treasurer secretary donor sponsor minister doctor farmer case customer
    pool spa sauna helicopter radar connection shipment house hotel station ticket gym library museum playground farmhouse ferry
    complaint accident incident fire storm delay inspection audit closure strike breakdown shortage deadline generator freezer network laptop
    inventory catalogue office toilet ramp kiosk crane digger generator battery charger bin bench greenhouse barn stage oven fridge freezer
    """.split()
)
"""Nouns that want an article where they stand for one."""
DAYS = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
TIMES = re.compile(
    rf"\b(?:{DAYS}|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|whitsun|ramadan|diwali"
    r"|spring|summer|autumn|winter|today|tomorrow|tonight|week(?:end)?s?|months?|years?|days?|term|half-term|holidays?|20\d\d)\b|\bin May\b|\bMay \d|\d May\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z][\w'’&-]*|[£$€]?\d[\d.,:]*\w*%?|[,;]")


def s_form(verb: str) -> str:
    """The form of he, she and it."""
    if verb in ("go", "do"):
        return f"{verb}es"
    if re.search("(?:s|x|z|ch|sh)$", verb):
        return f"{verb}es"
    return re.sub("(?<![aeiou])y$", "ie", verb) + "s"


def past_form(verb: str) -> str:
    """The past of a verb."""
    if verb in PAST:
        return PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search("[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    doubled = re.fullmatch("[^aeiou]*[aeiou]([bdgmnprt])", verb)
    return f"{verb}{doubled[1]}ed" if doubled else f"{verb}ed"


@cache
def _forms() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(s_form, BASE)), frozenset(map(past_form, BASE))


def form(text: str) -> str:
    """What a text is: to (an infinitive), verb (a task), ing, done (a participle), maybe and clause (a sentence), phrase, noun."""
    text = re.sub("(?i)^because (?!of )", "", text)
    typed = WORD.findall(text.replace("’", "'"))
    words = [word.lower() for word in typed]
    if not words:
        return ""
    first, second = words[0], words[1] if len(words) > 1 else ""
    pasts = _forms()[1]
    if first == "to" and (second in BASE or second in ("be", "have", "do") or not _opens(second)):
        return "to"
    if first in ("don't", "never", "always", "please", "do") and (second in BASE or second in ("not", "be", "let")):
        return "verb"
    if first in ("be", "have", "do") or (first == "let" and second in ("us", "me")):
        return "verb"
    if first in BASE and (_is_task(words, typed) if first in NOUNS_TOO else second not in AUXILIARIES):
        return "verb"
    unknown = first not in PREPOSITIONS | QUANTITIES | PRONOUNS | AUXILIARIES | pasts | PARTICIPLES and not first.endswith(("ing", "ed", "s"))
    if unknown and first[:1].isalpha() and (second in ARTICLES | {"all", "every", "each", "it", "them", "us"} or second[:1].isdigit()):
        return "verb"
    if (first.endswith("ly") or first in ("then", "first", "also")) and second in BASE and second not in NOUNS_TOO:
        return "verb"
    if first.endswith("ing") and first not in THINGS_IN_ING and _opens(second) and not (AUXILIARIES & set(words)):
        return "ing"
    relative = first in PREPOSITIONS and second in ("what", "how", "why", "which", "whom", "whose")
    if not relative and _finite(words, typed):
        return "maybe" if MAYBE & set(typed[:12]) else "clause"
    if first.endswith("ing") and len(first) > 4 and second not in PREPOSITIONS - {"up", "out", "off", "down"}:
        things = first in THINGS_IN_ING
        acted_on = second in QUANTITIES | OBJECTS or second[:1].isdigit()
        acted_on |= second.endswith("ed") and bool(words[2:3]) and words[2] not in PREPOSITIONS
        others = second in ("up", "out", "off", "down", "people") or second in ADJECTIVES or re.search("[^s]s$", second) or typed[1:2] and typed[1][0].isupper()
        if acted_on or (not things and others):
            return "ing"
    if first in ("spoke", "talked", "reported", "asked", "explained", "described"):
        return "done"
    if (first in PARTICIPLES or first in pasts) and (_opens(second) or second in OBJECTS or typed[1:2] and typed[1][:1].isupper()):
        return "done"
    return "phrase" if first in PREPOSITIONS or first == "only" else "noun"


def _opens(word: str) -> bool:
    """Whether a word begins a thing that is spoken of."""
    return word in QUANTITIES or (word != "" and (word[0].isdigit() or word[0] in "£$€"))


def _is_task(words: list[str], typed: list[str]) -> bool:
    """Whether a word that is a noun as well begins a task."""
    if len(words) == 1:
        return False
    second = words[1]
    s_forms, pasts = _forms()
    if second in AUXILIARIES or (second in s_forms and len(words) > 2) or second in ONLY_PAST:
        return False
    if AUXILIARIES & set(words[2:4]) and second not in QUANTITIES:
        return False
    return (
        _opens(second)
        or second in PREPOSITIONS
        or second in PRONOUNS
        or second in ("and", "or", ",", "not", "them", "us", "early", "late", "everything", "anything")
        or typed[1][:1].isupper()
        or re.search("(?:ed|ly|[^s]s|new|old|people|ing)$", second) is not None
    )


def _finite(words: list[str], typed: list[str]) -> bool:
    """Whether more verbs stand in a text than its relative clauses have."""
    s_forms, pasts = _forms()
    found, relatives = 0, 0
    for n, word in enumerate(words):
        before, after = words[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else ""
        if word in ("who", "which", "whose") or (word == "that" and n and before not in PREPOSITIONS and not _is_verb(after)):
            relatives += 1
        elif word == "that" and _is_verb(after) and n:
            relatives += 1
        elif word in AUXILIARIES and typed[n] not in ("May", "Will"):
            found += before not in AUXILIARIES if n else "'" in word
        elif n == 0 or before in ("to", "and") and n == 1:
            continue
        elif word in ONLY_PAST:
            found += 1
        elif word in pasts or word in PARTICIPLES:
            if before in AUXILIARIES or before in QUANTITIES or before in PREPOSITIONS:
                continue
            found += before in PRONOUNS or (after != "by" and (_opens(after) or (words[0] in ARTICLES and after != "")))
        elif word in s_forms:
            noun = word[:-1] in NOUNS_TOO
            many = words[0][:1].isdigit() or words[0] in NUMBERS
            if (many and n < 5) or before in QUANTITIES or before in PREPOSITIONS or before in ("and", ",") or before[:1].isdigit():
                continue
            if not noun or before in PRONOUNS:
                found += 1
            elif not after and word in FAILING:
                found += 1
            elif after and (_opens(after) or after in PREPOSITIONS | {"all", "late", "early", "out"} or typed[n + 1][:1].isupper()):
                found += not before.endswith("s") and not typed[n][:1].isupper()
        elif word in BASE and (before in PRONOUNS - {"this"} or before in ("people", "staff", "already", "still", "often", "never", "always")):
            found += before not in ("to",)
        elif word in NOUNS_TOO and not after:
            continue
        elif word in BASE and re.search("(?<!s)(?<!u)(?<!i)s$", before) and before not in ("gas", "christmas", "always", "perhaps", "sales") and before not in QUANTITIES | PREPOSITIONS and (typed[n - 1].islower() or n == 1):
            found += 1
    return found > relatives


def _is_verb(word: str) -> bool:
    s_forms, pasts = _forms()
    return word in AUXILIARIES or word in s_forms or word in pasts or word in BASE


def task(text: str) -> str:
    """What is to be done, its verb first and bare, as after we or will; nothing where that is not known."""
    text = small(text)
    found = form(text)
    if found == "verb":
        return re.sub("^please ", "", text[:1].lower() + text[1:])
    if found == "to":
        return text[3:]
    first, _, rest = text.partition(" ")
    verbs = [verb for verb in BASE if ing_form(verb) == first] if found == "ing" else []
    return f"{verbs[0]} {rest}" if verbs else ""


def ing_form(verb: str) -> str:
    """The form in -ing."""
    if verb.endswith("e") and verb not in ("see", "agree", "be"):
        return {"lie": "lying", "die": "dying"}.get(verb, f"{verb[:-1]}ing")
    doubled = re.fullmatch("[a-z]*?[aeiou]?[^aeiou]*(?<![aeiou])[aeiou]([bdgmnprt])", verb)
    single = verb in ("open", "cover", "enter", "order", "visit", "offer", "answer", "monitor", "differ", "label", "happen", "number", "deliver", "suffer")
    return f"{verb}{doubled[1]}ing" if doubled and not single else f"{verb}ing"


NAMES = frozenset("charles james thomas nicholas frances dennis lewis louis agnes mark rob bill will sue pat grace rose".split())


def small(text: str) -> str:
    """The words as they stand inside a sentence: what begins like a name keeps its capital."""
    words = WORD.findall(text)
    if not words or not re.match(r"[A-Z](?![A-Z.])", text) or text.startswith(("I ", "I'", "The Hague")):
        return text
    first = words[0].lower()
    led = first in QUANTITIES | PREPOSITIONS | PRONOUNS | AUXILIARIES
    known = first in BASE | COUNTABLE | THINGS_IN_ING | ADJECTIVES | COMMON or (first.endswith(("s", "ing")) and not first.endswith("ss") and len(words) > 1)
    known |= first[:-1] in COUNTABLE
    small_word = first in ARTICLES | PREPOSITIONS | PRONOUNS or words[0] == "All"
    proper = first in NAMES or (len(words) > 1 and not small_word and words[1][0].isupper())
    return text if proper or not (led or known) else text[:1].lower() + text[1:]


def label(text: str) -> str:
    """A heading as it stands inside a sentence: data migration."""
    return text if re.match(r"[A-Z][\w'’-]*(?:[A-Z.]| [A-Z\d&])", text) else text[:1].lower() + text[1:]


def _bracketed(found: re.Match[str]) -> str:
    goes_on = found[2] and found[2].strip() not in ".,;"
    if form(found[1]) in ("clause", "maybe"):
        return f" – {found[1]}{' –' if goes_on else ''}"
    return f", {found[1]}{',' if goes_on else ''}"


def spoken(text: str) -> str:
    """Words in brackets between commas, or dashes; a reason without its because."""
    return re.sub(r"\s*\(([^()]+)\)(?=(\s*\S)?)", _bracketed, re.sub("(?i)^because (?!of )", "", text))


def with_article(text: str, article: str) -> str:
    """A thing with the article that it wants, where its noun is sure to want one."""
    words = WORD.findall(text)
    if not words or words[0].lower() in QUANTITIES | PREPOSITIONS | PRONOUNS or not words[0][0].isalpha():
        return text
    counted = re.match("plenty|part|none|kind|sort|half|twenty|thirt|fort|fift|sixt|sevent|eight|ninet", words[0]) is not None
    bare = not counted and words[0].islower() and not words[0].endswith(("s", "ing"))
    if bare and len(words) > 1 and words[1] == "of":
        return f"the {text}"
    head = words[0]
    for word in words[1:]:
        if word.lower() in PREPOSITIONS | QUANTITIES | {"and", "or", ",", ";", "who", "which", "that"} or word[0].isdigit() or _finite_word(word):
            break
        head = word
    if head.lower() not in COUNTABLE or (words[0][0].isupper() and small(text) == text):
        return text
    if article == "a" and words[0][0].lower() in "aeiou":
        article = "an"
    return f"{article} {text[0].lower()}{text[1:]}"


def _finite_word(word: str) -> bool:
    s_forms, pasts = _forms()
    low = word.lower()
    return low in AUXILIARIES or low in ONLY_PAST or (low in s_forms and low[:-1] not in COUNTABLE) or low in pasts


def as_clause(text: str) -> str:
    """A sentence whose subject has its article: the phone rings."""
    return with_article(text, "the") if not text.lower().startswith(("last ", "next ", "first ")) and form(text) in ("clause", "maybe") else text
