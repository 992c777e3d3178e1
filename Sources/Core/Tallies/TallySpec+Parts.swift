extension TallySpec {
    /// Stops the program when a formula names a part that there is not, or days of persons.
    func checkParts() {
        precondition(!parts.isEmpty, "a spec counts something")
        precondition(guardedParts.allSatisfy(parts.indices.contains), "parts are guarded")
        for (_, formula) in measures { check(formula) }
    }

    private func check(_ formula: Formula) {
        switch formula {
        case .part(let part):
            precondition(parts.indices.contains(part), "a formula names parts of its spec")
        case .fulltimeDays(let part), .fulltimeHours(let part):
            precondition(parts.indices.contains(part), "a formula names parts of its spec")
            precondition(parts[part] != .persons, "days and hours are summed")
        case .perWorkforce(let inner), .perPopulation(let inner): check(inner)
        case .quotient(let inner, let divisor):
            precondition(divisor != 0, "a formula divides by a number that is not zero")
            check(inner)
        case .ratio(let left, let right, times: _), .sum(let left, let right):
            check(left)
            check(right)
        }
    }
}
