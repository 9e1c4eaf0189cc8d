"""What each source of the corpora is, and how much of it training sees."""

TERMS = {"omw", "wikidata-names", "cldr-names", "covid-terms"}
BIBLE = {"bible-sword", "bible-ebible", "bible-beblia"}
# Prose near to news, or everyday language: the least technical sources, also for held-out sentences.
PROSE = {
    "tico19", "globalvoices", "mlqe-pe", "xquad-r", "mt-geneval", "korean-news", "indian-wiki",
    "tatoeba-challenge", "tatoeba-anki", "tatoeba-softcatala", "tanaka-small", "cocoa-mt", "udhr",
    "opensource-guide", "crimethinc-tce", "privacyguides", "bitcoin-org", "open-sdg", "canada-laws",
    "african-storybook", "wesnoth", "ami-ja", "fdroid-website", "antennapod-site", "mozilla-www",
    "scratch-website", "innersource-path", "nusax", "mozilla-legal",
}
NEWS = {"tico19", "globalvoices", "mlqe-pe", "xquad-r", "mt-geneval", "korean-news", "nusax", "udhr", "open-sdg"}
HELD_OUT_SOURCES = (
    "tico19", "globalvoices", "xquad-r", "mt-geneval", "tatoeba-challenge", "tatoeba-softcatala", "opensource-guide",
    "bitcoin-org", "privacyguides", "mozilla-www", "scratch-website", "wesnoth",
)


def kind_of_source(name):
    if name in TERMS:
        return "terms"
    if name in BIBLE:
        return "bible"
    if name in NEWS:
        return "news"
    if name in PROSE:
        return "prose"
    return "manual"


FACTOR = {"terms": 0.35, "bible": 0.5, "news": 3.0, "prose": 1.5, "manual": 0.7}
