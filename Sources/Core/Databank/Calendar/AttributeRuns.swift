/// What is valid on each day, from records that may overlap or leave gaps.
///
/// The record that began last is valid; of several that began on a day, the last in the list.
/// When it ends, an earlier one that still goes on is valid again.
struct AttributeRuns {
    /// The first day of each run, ascending; the first run begins before all days.
    private(set) var days: [Int32] = []
    /// What is valid in each run.
    private(set) var values: [Int16] = []
    private var none: Int16 = 0
    private var open: [(to: Int32, value: Int16)] = []
    private var cursor = 0

    /// Begins anew, with the value for days that no record covers.
    mutating func begin(otherwise none: Int16) {
        days.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        self.none = none
        days.append(.min)
        values.append(none)
        cursor = 0
    }

    /// Adds a record; they come in the order in which they begin.
    mutating func add(_ value: Int16, from: Int32, to: Int32) {
        guard to >= from else { return }
        close(before: from)
        append(value, from: from)
        open.append((to, value))
    }

    /// Ends what is open; a run that is never reached ends the list.
    mutating func finish() {
        close(before: .max)
        days.append(.max)
        values.append(none)
    }

    /// Moves to the run of a day; days come in ascending order.
    @inline(__always)
    mutating func advance(to day: Int32) {
        while days[cursor + 1] <= day { cursor += 1 }
    }

    /// What is valid on the day advanced to.
    @inline(__always) var value: Int16 { values[cursor] }
    /// The last day of the run.
    @inline(__always) var lastDay: Int32 { days[cursor + 1] - 1 }

    /// Ends the records that are over before a day.
    private mutating func close(before day: Int32) {
        while let top = open.last, top.to < day {
            open.removeLast()
            while let next = open.last, next.to <= top.to { open.removeLast() }
            append(open.last?.value ?? none, from: top.to + 1)
        }
    }

    private mutating func append(_ value: Int16, from day: Int32) {
        if let last = days.last, last == day {
            values[values.count - 1] = value
        } else if value != values[values.count - 1] {
            days.append(day)
            values.append(value)
        }
    }
}
