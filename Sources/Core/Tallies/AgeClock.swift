internal import StatisticsModel

/// Tells a person's age at the ends of months.
///
/// Who was born on 29 February is a year older on 1 March of a common year.
///
/// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 6.
struct AgeClock: Sendable {
    private let bornMonth: Int32?
    private let isLeapling: Bool

    /// Sets the clock; `nil` when the day of birth is unknown.
    init(born: Int32?) {
        guard let born else {
            bornMonth = nil
            isLeapling = false
            return
        }
        let (year, month, day) = CivilDate(daysSinceEpoch: Int(born)).components
        bornMonth = Int32(year * 12 + month - 1)
        isLeapling = month == 2 && day == 29
    }

    /// Returns the age on a month's last day; -1 when it is unknown, or before birth.
    func age(atEndOf month: Int32) -> Int {
        guard let bornMonth, month >= bornMonth else { return -1 }
        let months = month - bornMonth
        let isShort =
            isLeapling && month % 12 == 1
            && CivilDate.days(inMonth: 2, of: Int(month / 12)) == 28
        return Int(isShort ? months - 1 : months) / 12
    }
}
