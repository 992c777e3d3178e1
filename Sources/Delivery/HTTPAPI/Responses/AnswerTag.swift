internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// The part of an entity tag that depends on an answer's content.
enum AnswerTag {
    /// Returns the tag of an answer.
    ///
    /// It covers the cells, through their digest, the words beside them and the form. Where the
    /// answer is pinned it covers the snapshot, too, so that equal tags mean equal bytes; where it
    /// isn't, a release that touched nothing of the slice leaves it as it was.
    ///
    /// - Parameters:
    ///   - slice: The answer.
    ///   - summary: Its digest.
    ///   - form: Its form.
    ///   - isPinned: Whether the request names its snapshot.
    /// - Returns: 32 hexadecimal digits.
    static func text(
        of slice: Slice,
        _ summary: SliceSummary,
        _ form: AnswerForm,
        isPinned: Bool
    ) -> String {
        var parts = [
            summary.digest.description, form.format.rawValue, form.layout.rawValue,
            form.labels.rawValue,
            form.language.rawValue,
        ]
        let language = form.language
        parts += slice.indicators.map { $0.label.text(in: language) }
        parts += slice.plan.columns.map { $0.measure.label.text(in: language) }
        for members in slice.members {
            parts += members.map { $0.label.text(in: language) }
        }
        parts += slice.edition.snapshot.notes.map { $0.text(in: language) }
        if isPinned {
            parts += [
                slice.edition.snapshot.chain.description, slice.edition.snapshot.state.rawValue,
            ]
        }
        return TagHash.hex(of: parts)
    }
}
