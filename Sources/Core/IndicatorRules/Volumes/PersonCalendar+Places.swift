internal import Databank

extension PersonCalendar {
    /// The place of the first piece in a month or later.
    func firstPiece(in month: Int32) -> Int {
        guard let first = pieces.first, first.month < month else { return 0 }
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].month < month { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the first day in an offer in a month or later.
    func firstActivation(in month: Int32) -> Int {
        var low = 0
        var high = activations.count
        while low < high {
            let middle = (low + high) / 2
            if activations[middle].piece.month < month { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the first days in an offer of a piece that ends on a day or later.
    ///
    /// Days in several offers overlap, but those of different pieces never do.
    func firstActivation(endingFrom day: Int32) -> Int {
        var place = firstActivation(in: CivilMonth.containing(day))
        while place < activations.count, activations[place].piece.to < day { place += 1 }
        return place
    }

    /// The place of the first wage of a month or later.
    func firstWage(in month: Int32) -> Int {
        var low = 0
        var high = facts.wages.count
        while low < high {
            let middle = (low + high) / 2
            if facts.wages[middle].month < month { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the first card of a month or later.
    func firstCard(in month: Int32) -> Int {
        var low = 0
        var high = facts.cards.count
        while low < high {
            let middle = (low + high) / 2
            if facts.cards[middle].month < month { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
