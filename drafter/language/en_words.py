"""Closed lists of common English words, and how a verb changes."""

from __future__ import annotations

import re
from functools import cache

PRONOUNS = frozenset(
    "i we you he she it they nobody everybody everyone someone anyone this these there what who".split()
)
ARTICLES = frozenset("the a an our my your their its his her this that".split())
OBJECTS = frozenset("us me them him her it you".split())
QUANTITIES = frozenset(
    """
    a an the our my your their its his her this that these those each every all both some any no two three four
    five six seven eight nine ten eleven twelve half another one more most many few several enough
    """.split()
)
PREPOSITIONS = frozenset(
    """
    about above across after against along among around at because before behind below beside between beyond by
    despite down during except for from if in inside into near of off on onto out outside over past per since
    through to towards under unless until up upon when where while with within without
    """.split()
)
AUXILIARIES = frozenset(
    """
    is are was were am has have had will would can could may might must shall should do does did cannot isn't
    aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't shouldn't don't doesn't
    didn't it's that's there's we're they're you're we've they've we'll they'll it'll
    """.split()
)
MAYBE = frozenset("may might could".split())
BASE = frozenset(
    """
    log notice wrap weigh sand prune sow mow rake weed plaster varnish polish dust frame scrub
    stake water box crate seed brick tile
    accept add adopt advertise agree allow announce apply appoint approve arrange ask assess avoid award become
    begin bring build carry cancel catch choose clear close collect come compare complete confirm connect
    consult continue convert cost count cover create cross decide deliver demolish dig divide draft draw drive
    drop eat employ ensure erect establish explain extend fall feed fill find finish fix follow get give go grow
    hand hang happen hear help hire hold identify improve inform insert inspect install interview introduce
    invite keep know label learn leak leave lend let listen lose make map mean measure meet mend migrate monitor
    notify number obtain offer organise organize overrun oversell pack pass pay photograph pick print procure
    produce prepare protect provide publish pull put reach read rebuild receive recruit redesign reduce relocate
    remove rename renew reopen replace require reserve restore retire reuse roll save say scan secure see select
    sell send separate settle sign sit solve sort speak spend stay steal store submit switch take talk teach
    tell think throw tidy train translate try turn unload update use vote wait walk want warn wash win wire work
    write reply respond rent borrow postpone delay swap shift ring warm cool heat free bolt answer buy complain
    cook crash differ double end expire halve lower oppose own push scrap spread struggle suffer teach worry
    arrive refuse block book break call camp cap change charge check chain claim copy cut cycle design drain dry
    face fence fit flood fund gain glaze hope house insulate land lay lead level lift line link list load lock
    look mark move name need open order paint park phone pile pilot pipe place plan plant plough pour press
    queue race raise rain record rent repair report rest review ring run screen seal search serve set shadow
    share ship show skip slip sound split staff stand start stop stock strip supply support survey test trade
    trial vary vet visit watch weld clean shut die rise fly tear wear freeze strike refuse
    """.split()
)
NOUNS_TOO = frozenset(
    """
    stake water box crate seed brick tile log dust frame plaster varnish polish
    add block book break call camp cap change charge check chain claim copy cut cycle design drain draft end
    face fence fit flood fund gain hand hire help house land lead level lift line link list load lock look mark
    map move name need number open order paint park phone pile pilot pipe place plan plant pour press print
    queue race rain record rent repair report rest review ring run screen seal search set shadow share ship show
    skip slip sound split staff stand start stop stock store strip supply support survey switch test trade train
    trial use visit vote walk watch wash work wire count cover drop drive label vet double lower own scrap
    answer struggle worry hope delay shift reply dry warm cool free secure complete separate clear clean
    """.split()
)
"""Of them, those that are as often a noun: test results are no task."""
PAST = dict(
    pair.split("/")
    for pair in """
    become/became begin/began break/broke bring/brought build/built buy/bought catch/caught choose/chose
    come/came cost/cost cut/cut dig/dug draw/drew drive/drove eat/ate fall/fell feed/fed find/found fly/flew
    freeze/froze get/got give/gave go/went grow/grew hang/hung hear/heard hold/held keep/kept know/knew lay/laid
    lead/led leave/left lend/lent lose/lost make/made mean/meant meet/met oversell/oversold overrun/overran
    pay/paid put/put read/read ring/rang rise/rose run/ran say/said see/saw sell/sold send/sent set/set
    show/showed shut/shut sit/sat speak/spoke spend/spent stand/stood steal/stole strike/struck take/took
    teach/taught tear/tore tell/told think/thought throw/threw wear/wore win/won write/wrote rebuild/rebuilt
    """.split()
)
PARTICIPLES = frozenset(
    """
    bought brought built caught chosen cut done drawn driven fed found given got heard held kept laid led left
    lent made met paid put rebuilt seen sent set shown sold spent taken taught told won written
    """.split()
)
ONLY_PAST = frozenset(
    """
    became began broke came chose drew drove ate fell flew froze gave went grew knew rang rose ran said saw
    spoke stole took tore threw wore wrote doubled halved tripled collapsed leaked failed crashed arrived
    expired stopped happened complained resigned retired
    """.split()
)
"""Of them, those that cannot stand without being the verb of a sentence."""
THINGS_IN_ING = frozenset(
    """
    nothing something everything anything building meeting training spring morning evening string ceiling
    heating lighting parking painting wedding railing opening landing plumbing wiring funding staffing housing
    planning catering marketing branding flooring paving bedding beginning king wing ring thing clothing
    crossing mooring drawing
    """.split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve both many few several".split())
FAILING = frozenset("slips leaks fails breaks stops stalls floods drops rises jams changes".split())
SUBJECTS = frozenset("people staff just simply already still often never always".split())
"""What a bare verb stands behind."""
GROUPS = frozenset(
    "team desk office department committee board group unit council union crew workshop society club".split()
)
"""Bodies that are spoken of with the."""
PLACES = frozenset(
    "bay canteen theatre auditorium yard foyer lobby studio chapel pavilion marquee garage boathouse".split()
)
"""Places that are, as well."""
NO_PLURALS = frozenset("gas christmas always perhaps sales".split())
COMMON = frozenset("data money time work people staff equipment materials funding".split())
"""What a heading may begin with and no name does."""
ADJECTIVES = frozenset(
    "old new big small main front back local second-hand rotten broken leaking late early bad poor weak".split()
)
COUNTABLE = frozenset(
    """
    filter heater mixer scanner lock alarm sensor cooker dryer bulb screen sink drain hedge wing porch annexe
    phone roof website site server contract council tender fence gate bridge lift boiler app shelf book system
    printer tank shed hall door window lamp stand camera course plan map list form report review survey test
    trial pilot visit workshop group guide leaflet poster page video newsletter letter chart board sign desk
    counter till trolley van lorry boat bus tractor field garden path road wall floor kitchen room base slab
    pump pipe valve meter cable switch socket skip scaffold tent shop branch ward clinic team manager engineer
    nurse teacher warden volunteer database helpdesk hotline dashboard portal backup budget grant licence permit
    policy rota timetable calendar register bank vet insurer architect builder contractor supplier council
    school church landlord neighbour mayor surveyor regulator union auditor electrician plumber carpenter driver
    caretaker treasurer secretary donor sponsor minister doctor farmer case customer pool spa sauna helicopter
    radar connection shipment house hotel station ticket gym library museum playground farmhouse ferry complaint
    accident incident fire storm delay inspection audit closure strike breakdown shortage deadline generator
    freezer network laptop inventory catalogue office toilet ramp kiosk crane digger generator battery charger
    bin bench greenhouse barn stage oven fridge freezer
    """.split()
)
"""Nouns that want an article where they stand for one."""
DAYS = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
TIMES = re.compile(
    rf"\b(?:{DAYS}|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|whitsun"
    r"|ramadan|diwali|spring|summer|autumn|winter|today|tomorrow|tonight|week(?:end)?s?|months?|years?|term|half-term"
    r"|holidays?|20\d\d)\b|\bin May\b|\bMay \d|\d May\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z][\w'’&-]*|[£$€]?\d[\d.,:]*\w*%?|[,;]")
NAMES = frozenset(
    "charles james thomas nicholas frances dennis lewis louis agnes mark rob bill will sue pat grace rose".split()
)


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


def ing_form(verb: str) -> str:
    """The form in -ing."""
    if verb.endswith("e") and verb not in ("see", "agree", "be"):
        return {"lie": "lying", "die": "dying"}.get(verb, f"{verb[:-1]}ing")
    doubled = re.fullmatch("[a-z]*?[aeiou]?[^aeiou]*(?<![aeiou])[aeiou]([bdgmnprt])", verb)
    single = verb in (
        "open",
        "cover",
        "enter",
        "order",
        "visit",
        "offer",
        "answer",
        "monitor",
        "differ",
        "label",
        "happen",
        "number",
        "deliver",
        "suffer",
    )
    return f"{verb}{doubled[1]}ing" if doubled and not single else f"{verb}ing"


@cache
def finite_forms() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(s_form, BASE)), frozenset(map(past_form, BASE))
