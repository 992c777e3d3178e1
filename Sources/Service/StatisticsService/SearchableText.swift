internal import QueryPlanning

/// What somebody looks for: the whole text folded, and for each word its forms.
struct SearchedWords {
    let folded: String
    let words: [Set<String>]

    init(_ text: String, _ stemmer: borrowing WordStemmer) {
        folded = SearchFolding.folded(text)
        words = SearchableText.split(text)
            .map { word in
                Set(SearchableText.forms(of: word, stemmer))
            }
    }
}

/// The texts by which one thing can be found.
struct SearchableText: Sendable {
    private let exact: Set<String>
    private let title: Set<String>
    private let titleWords: [String]
    private let body: Set<String>

    init(exact: [String], title: [String], body: [String], _ stemmer: borrowing WordStemmer) {
        self.exact = Set(exact.map(SearchFolding.folded)).subtracting([""])
        let words = title.flatMap(Self.split)
        self.title = Set(words.flatMap { Self.forms(of: $0, stemmer) })
        titleWords = Array(Set(words.map(SearchFolding.folded))).sorted()
        self.body = Set(body.flatMap(Self.split).flatMap { Self.forms(of: $0, stemmer) })
    }

    /// Returns how well the words are met, 0 best; `nil` when one of them is not met at all.
    func rank(of searched: SearchedWords) -> Int? {
        guard !searched.words.isEmpty else { return nil }
        if exact.contains(searched.folded) { return 0 }
        var worst = 0
        for forms in searched.words {
            guard let rank = rank(of: forms) else { return nil }
            worst = max(worst, rank)
        }
        return worst
    }

    private func rank(of forms: Set<String>) -> Int? {
        if !title.isDisjoint(with: forms) { return 1 }
        let isBeginning = forms.contains { form in titleWords.contains { $0.hasPrefix(form) } }
        if isBeginning { return 2 }
        if !body.isDisjoint(with: forms) { return 3 }
        // Danish writes compounds as one word: `ledige` is looked for in `langtidsledige`.
        let isPart = forms.contains { form in
            form.utf8.count >= 4 && titleWords.contains { $0.contains(form) }
        }
        return isPart ? 4 : nil
    }

    /// Cuts a text into words in lower case.
    static func split(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Returns a word and its stem, each without accents: what spellings have in common.
    static func forms(of word: String, _ stemmer: borrowing WordStemmer) -> [String] {
        let folded = SearchFolding.folded(word)
        return [folded, SearchFolding.folded(stemmer.stem(word)), stemmer.stem(folded)]
    }
}
