/// Many short texts in one buffer, so that a row copies bytes and touches nothing else.
struct ByteTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before it ends.
    private var ends: [Int32] = []

    /// Makes a table of texts, which are found again by their places.
    init(_ texts: some Sequence<[UInt8]>) {
        for text in texts {
            bytes += text
            ends.append(Int32(truncatingIfNeeded: bytes.count))
        }
    }

    /// Makes a table of texts that a function appends, one after the other.
    init(count: Int, append: (Int, inout [UInt8]) -> Void) {
        ends.reserveCapacity(count)
        for place in 0..<count {
            append(place, &bytes)
            ends.append(Int32(truncatingIfNeeded: bytes.count))
        }
    }

    /// Appends the text at a place.
    @inline(__always)
    func append(_ place: Int, to target: inout [UInt8]) {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        let end = Int(ends[place])
        bytes.withUnsafeBufferPointer { bytes in
            target.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
    }

    /// Returns whether the text at a place is empty.
    func isEmpty(at place: Int) -> Bool {
        ends[place] == (place == 0 ? 0 : ends[place - 1])
    }
}
