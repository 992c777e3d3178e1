extension PersonFacts {
    /// Forgets what is not yet known on a day, as if the facts had been gathered then.
    ///
    /// What begins later goes. What ends later goes on: its last day is `Int32.max`. A payment that
    /// begins earlier stays whole. An interview that is held later was only due, if it was due by
    /// then; otherwise it goes.
    ///
    /// - Parameter horizon: The last day that is known, the last of a month.
    mutating func cut(after horizon: Int32) {
        let month = CivilMonth.containing(horizon)
        if let died = person?.died, died > horizon { person?.died = .max }
        addresses.cut(after: horizon, from: { $0.from }, to: \.to)
        benefits.cut(after: horizon, from: { $0.from }, to: \.to)
        memberships.cut(after: horizon, from: { $0.from }, to: \.to)
        offers.cut(after: horizon, from: { $0.from }, to: \.to)
        targetGroups.cut(after: horizon, from: { $0.from }, to: \.to)
        payments.cut(after: horizon) { $0.from }
        cards.cut(after: month) { $0.month }
        sanctions.cut(after: horizon) { $0.date }
        jobSearch.cut(after: month) { $0.month }
        wages.cut(after: month) { $0.month }
        educations.cut(after: horizon) { $0.from }
        cutInterviews(after: horizon)
    }

    private mutating func cutInterviews(after horizon: Int32) {
        var isChanged = false
        for index in interviews.indices {
            if let date = interviews[index].date, date > horizon {
                interviews[index].date = nil
                isChanged = true
            }
        }
        interviews.removeAll { $0.date == nil && ($0.due ?? .max) > horizon }
        if isChanged { interviews.putInTime { $0.date ?? $0.due ?? .min } }
    }
}

extension Array {
    /// Removes the elements at the end that begin later than a day or month.
    @inline(__always)
    fileprivate mutating func cut(after limit: Int32, from: (Element) -> Int32) {
        while let last, from(last) > limit { removeLast() }
    }

    /// Removes what begins later than a day, and lets go on what ends later.
    @inline(__always)
    fileprivate mutating func cut(
        after limit: Int32,
        from: (Element) -> Int32,
        to: WritableKeyPath<Element, Int32>
    ) {
        cut(after: limit, from: from)
        for index in indices where self[index][keyPath: to] > limit {
            self[index][keyPath: to] = .max
        }
    }
}
