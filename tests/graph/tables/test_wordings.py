from graph.tables.wordings import Wordings, digest_of


def test_only_wordings_of_several_letters_are_told():
    seen = Wordings()
    digests = [digest_of(quote) for quote in ("感谢您的关心 支持。", "感谢您的关心\n支持。", "一次。")]
    seen.add({digests[0], digests[2]})
    seen.add({digests[1]})
    assert seen.repeated() == {digests[0]: 2}


def test_wordings_are_counted_in_all_their_letters():
    seen = Wordings()
    for letter in range(50):
        seen.add({digest_of("都有"), digest_of(f"只有第{letter}封有"), digest_of(f"第{letter // 2}对有")})
    assert seen.repeated() == {
        digest_of("都有"): 50,
        **{digest_of(f"第{pair}对有"): 2 for pair in range(25)},
    }
