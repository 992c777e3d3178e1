internal import QueryPlanning
internal import StatisticsModel

/// The order of sorted rows: by the keys, then in natural order.
struct RowOrder {
    private let plan: QueryPlan

    init(_ plan: QueryPlan) {
        self.plan = plan
    }

    /// Returns the places of rows that stand in natural order, in this order.
    func sorted(_ rows: RowBatch) -> [Int] {
        (0..<rows.count)
            .sorted { left, right in
                for key in plan.sort {
                    switch comparison(of: left, with: right, by: key, in: rows) {
                    case 0: continue
                    case let sign: return sign < 0
                    }
                }
                return left < right
            }
    }

    private func comparison(
        of left: Int,
        with right: Int,
        by key: QueryPlan.SortKey,
        in rows: RowBatch
    ) -> Int {
        let sign = key.isDescending ? -1 : 1
        switch key.field {
        case .axis(let axis):
            return sign
                * (rows.memberPlace(row: left, axis: axis)
                    - rows.memberPlace(row: right, axis: axis))
        case .period:
            return sign * Int(rows.periodPlaces[left] - rows.periodPlaces[right])
        case .column(let column):
            let (first, second) = (
                rows.cell(row: left, column: column), rows.cell(row: right, column: column)
            )
            switch (first.status == .value, second.status == .value) {
            case (false, false): return 0
            // Rows without a number come last, whichever way numbers run.
            case (false, true): return 1
            case (true, false): return -1
            case (true, true):
                return first.scaled == second.scaled
                    ? 0 : (first.scaled < second.scaled ? -sign : sign)
            }
        }
    }
}
