import StatisticsModel

/// Answers questions from the plain dictionary.
struct SliceOracle {
    /// A row, and what it is sorted by.
    private struct Row {
        let row: AnsweredRow
        /// For each axis the member's place in the catalogue.
        let places: [Int]
        let period: Int
    }

    let figures: Figures
    let catalogue: Catalogue

    /// Returns the rows that a question must get.
    func rows(of question: RandomQuestion) -> [AnsweredRow] {
        var rows: [Row] = []
        for members in combinations(of: question) {
            let places = zip(question.axes, members)
                .map { catalogue.ordinal(of: $1.code, in: $0) ?? 0 }
            for period in question.periods {
                let cells = question.columns.map { column in
                    cell(column, question.axes, members, period)
                }
                guard cells.contains(where: { $0 != .absent }) else { continue }
                let row = AnsweredRow(
                    members: members.map(\.code.text),
                    period: period.description,
                    cells: cells.map { $0 == .absent ? Cell(without: .notAvailable) : $0 }
                )
                rows.append(Row(row: row, places: places, period: period.ordinal))
            }
        }
        let sorted = rows.indices.sorted { left, right in
            for key in question.sort {
                let order = order(of: rows[left], before: rows[right], by: key, question)
                if let order { return order }
            }
            return left < right
        }
        return sorted.prefix(question.limit ?? Int.max).map { rows[$0].row }
    }

    private func combinations(of question: RandomQuestion) -> [[Member]] {
        question.axes.reduce([[]]) { heads, axis in
            heads.flatMap { head in (question.members[axis] ?? []).map { head + [$0] } }
        }
    }

    private func cell(
        _ column: RandomQuestion.Column,
        _ axes: [Code<Dimension>],
        _ members: [Member],
        _ period: Period
    ) -> Cell {
        let codes = column.indicator.dimensions.map { use -> Code<Member> in
            guard let axis = axes.firstIndex(of: use.id) else { return Code("TOT") }
            return members[axis].sharesCellWith ?? members[axis].code
        }
        let place = Figures.Place(
            indicator: column.indicator.id,
            measure: column.measure.id,
            members: codes,
            period: period
        )
        return figures.cells[place] ?? .absent
    }

    /// Returns whether a row comes before another; `nil` when the key can't tell.
    private func order(
        of left: Row,
        before right: Row,
        by key: RandomQuestion.SortKey,
        _ question: RandomQuestion
    ) -> Bool? {
        let first: Int64
        let second: Int64
        if let axis = question.axes.firstIndex(where: { $0.text == key.name }) {
            (first, second) = (Int64(left.places[axis]), Int64(right.places[axis]))
        } else if let column = question.columns.firstIndex(where: { $0.name == key.name }) {
            let (one, other) = (left.row.cells[column], right.row.cells[column])
            guard one.status == .value, other.status == .value else {
                return (one.status == .value) == (other.status == .value)
                    ? nil : one.status == .value
            }
            (first, second) = (one.scaled, other.scaled)
        } else {
            (first, second) = (Int64(left.period), Int64(right.period))
        }
        guard first != second else { return nil }
        return key.isDescending ? first > second : first < second
    }
}
