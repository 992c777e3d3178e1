/// Which number each pseudonym has: a hash table with open addressing, 20 bytes a place.
struct PersonNumbers {
    private var pseudonyms: [Pseudonym]
    private var numbers: [Int32]
    private(set) var count = 0

    init(capacity: Int = 1_024) {
        var places = 1_024
        while places < capacity * 2 { places *= 2 }
        pseudonyms = [Pseudonym](repeating: Pseudonym(high: 0, low: 0), count: places)
        numbers = [Int32](repeating: -1, count: places)
    }

    /// Returns the number of a pseudonym; `nil` when it has none.
    subscript(pseudonym: Pseudonym) -> Int32? {
        let number = numbers[place(of: pseudonym)]
        return number < 0 ? nil : number
    }

    /// Gives a pseudonym a number that it doesn't have yet.
    mutating func set(_ number: Int32, of pseudonym: Pseudonym) {
        if (count + 1) * 2 > numbers.count { grow() }
        let place = place(of: pseudonym)
        pseudonyms[place] = pseudonym
        numbers[place] = number
        count += 1
    }

    private func place(of pseudonym: Pseudonym) -> Int {
        // A pseudonym is a keyed hash already; its low bits are as good as any.
        var place = Int(truncatingIfNeeded: pseudonym.low) & (numbers.count - 1)
        while numbers[place] >= 0, pseudonyms[place] != pseudonym {
            place = (place + 1) & (numbers.count - 1)
        }
        return place
    }

    private mutating func grow() {
        var larger = PersonNumbers(capacity: numbers.count)
        for place in numbers.indices where numbers[place] >= 0 {
            larger.set(numbers[place], of: pseudonyms[place])
        }
        self = larger
    }
}
