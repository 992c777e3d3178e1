extension PersonFacts {
    /// Forgets everything, and keeps the memory.
    mutating func removeAll() {
        person = nil
        addresses.removeAll(keepingCapacity: true)
        benefits.removeAll(keepingCapacity: true)
        payments.removeAll(keepingCapacity: true)
        cards.removeAll(keepingCapacity: true)
        memberships.removeAll(keepingCapacity: true)
        offers.removeAll(keepingCapacity: true)
        interviews.removeAll(keepingCapacity: true)
        targetGroups.removeAll(keepingCapacity: true)
        sanctions.removeAll(keepingCapacity: true)
        jobSearch.removeAll(keepingCapacity: true)
        wages.removeAll(keepingCapacity: true)
        educations.removeAll(keepingCapacity: true)
    }
}

extension Array {
    /// Orders elements by a day or month; what is equal stays in its order.
    ///
    /// Records come nearly in time, so each is moved back past the few that are later.
    @inline(__always)
    mutating func putInTime(by time: (Element) -> Int32) {
        guard count > 1 else { return }
        for index in 1..<count where time(self[index]) < time(self[index - 1]) {
            let element = self[index]
            var hole = index
            while hole > 0, time(self[hole - 1]) > time(element) {
                self[hole] = self[hole - 1]
                hole -= 1
            }
            self[hole] = element
        }
    }
}
