internal import CStemmer

/// Cuts Danish words to their stems, so that `kommuner` finds `kommune`.
///
/// The stemmer of the C library keeps state and belongs to one task; make one where it is used.
struct WordStemmer: ~Copyable {
    private let stemmer: OpaquePointer

    init() {
        guard let stemmer = sb_stemmer_new("danish", "UTF_8") else {
            preconditionFailure("the stemming library always knows Danish")
        }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Returns a word's stem; the word must be in lower case.
    func stem(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(truncatingIfNeeded: bytes.count))
        else { return word }
        let count = Int(sb_stemmer_length(stemmer))
        return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    }
}
